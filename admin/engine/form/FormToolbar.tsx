import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useRef, type ReactNode } from 'react'
import { SaveButton, useTranslate } from 'react-admin'
import { useFormState } from 'react-hook-form'
import { useNavigate } from 'react-router-dom'
import { useShortcut } from '../../layout/shortcuts'
import { useUnsaved } from '../../layout/unsaved'

/** Save and cancel, always in view at the foot of the form. */
export function FormToolbar({ children, label }: { children?: ReactNode; label?: string }) {
  const navigate = useNavigate()
  const translate = useTranslate()
  const bar = useRef<HTMLDivElement>(null)
  const { isDirty } = useFormState()
  useUnsaved(isDirty)
  useShortcut('mod+s', 'shortcut.save', () => bar.current?.closest('form')?.requestSubmit())
  return (
    <Box
      ref={bar}
      sx={{
        position: 'sticky',
        // Below the room that pages leave on a phone for actions under the thumb.
        bottom: { xs: '-72px', sm: '-4px' },
        zIndex: 2,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        py: 1,
        bgcolor: 'background.default',
      }}
    >
      <SaveButton size="small" alwaysEnable {...(label ? { label } : {})} />
      <Button color="inherit" onClick={() => void navigate(-1)}>
        {translate('ra.action.cancel')}
      </Button>
      {children}
    </Box>
  )
}
