import Button from '@mui/material/Button'
import { useState } from 'react'
import type { ActionSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { hasIcon, Icon } from '../../theme/icons'

interface ActionButtonProps {
  action: ActionSchema
  /** The one step that leads on; the others stay quiet. */
  isMain?: boolean
  disabled?: boolean
  /** Opens a dialog, or does it; pending until what it answers has settled. */
  onStart: (action: ActionSchema) => Promise<unknown>
}

export function ActionButton({ action, isMain, disabled, onStart }: ActionButtonProps) {
  const say = useText()
  const [isPending, setPending] = useState(false)
  const start = async () => {
    setPending(true)
    try {
      await onStart(action)
    } finally {
      setPending(false)
    }
  }
  return (
    <Button
      variant={isMain ? 'contained' : 'outlined'}
      color={action.tone === 'danger' ? 'error' : isMain ? 'primary' : 'inherit'}
      sx={isMain ? undefined : { borderColor: 'divider' }}
      startIcon={hasIcon(action.icon) ? <Icon name={action.icon} /> : undefined}
      loading={isPending}
      disabled={disabled}
      onClick={() => void start()}
    >
      {say(action.label)}
    </Button>
  )
}
