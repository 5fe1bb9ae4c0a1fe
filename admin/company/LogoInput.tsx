import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormHelperText from '@mui/material/FormHelperText'
import Typography from '@mui/material/Typography'
import { useRef, useState } from 'react'
import { useTranslate } from 'react-admin'
import { useFieldInput } from '../engine/widgets/useFieldInput'
import type { WidgetProps } from '../engine/widgets/WidgetProps'
import { useT } from '../i18n/useT'
import { readPicture, type PictureFault } from './readPicture'

/** The logo as a file that is chosen and seen at once. */
export function LogoInput(props: WidgetProps) {
  const t = useT()
  const translate = useTranslate()
  const input = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<PictureFault>()
  const { value, setValue, shared } = useFieldInput({ ...props, field: { ...props.field, help: undefined } })
  const take = async (file: File | undefined) => {
    if (!file) return
    const read = await readPicture(file)
    if ('fault' in read) return setFault(read.fault)
    setFault(undefined)
    setValue(read.url)
  }
  const logo = typeof value === 'string' ? value : ''
  return (
    <Box>
      <Typography variant="subtitle2" component="div" sx={{ mb: 0.5 }}>
        {shared.label}
      </Typography>
      <Box sx={{ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 1.5 }}>
        {logo ? (
          <Box
            component="img"
            src={logo}
            alt={shared.label}
            sx={{ maxHeight: 72, maxWidth: 240, p: 0.5, border: 1, borderColor: 'divider', bgcolor: '#fff' }}
          />
        ) : null}
        <input
          ref={input}
          type="file"
          hidden
          accept="image/png,image/jpeg,image/svg+xml"
          aria-label={shared.label}
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
        <Button variant="outlined" disabled={props.disabled} onClick={() => input.current?.click()}>
          {t(logo ? 'logo.change' : 'logo.choose')}
        </Button>
        {logo ? (
          <Button color="inherit" disabled={props.disabled} onClick={() => setValue(null)}>
            {translate('ra.action.delete')}
          </Button>
        ) : null}
      </Box>
      <FormHelperText error={fault !== undefined || shared.error} role={fault ? 'alert' : undefined}>
        {fault ? t(`logo.${fault}`) : (shared.helperText ?? t('logo.help'))}
      </FormHelperText>
    </Box>
  )
}
