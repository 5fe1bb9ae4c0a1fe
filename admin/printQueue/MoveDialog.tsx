import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { ActionDialog } from '../engine/actions/ActionDialog'
import { useFieldInput } from '../engine/widgets/useFieldInput'
import { valueText } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { fieldOf } from '../schema/fieldOf'
import { recordTitle } from '../schema/recordTitle'
import type { Row } from '../schema/row'
import { resourceOf } from '../schema/schemaStore'
import type { FieldSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { isObject } from '../schema/valueAt'
import type { JobDialogProps } from './JobDialog'
import { usePrinters } from './usePrinters'

/** Where a job can go instead: the printers it is not at already, each with what stands against it. */
export function MoveDialog({ action, job, onRun, onClose }: JobDialogProps) {
  const printerId = fieldOf(action.input, 'printerId')
  return (
    <ActionDialog
      action={action}
      subject={recordTitle('print-jobs', job)}
      initial={{ printerId: '' }}
      onRun={onRun}
      onClose={onClose}
    >
      {printerId ? <PrinterChoice field={printerId} job={job} /> : null}
    </ActionDialog>
  )
}

function PrinterChoice({ field, job }: { field: FieldSchema; job: Row }) {
  const t = useT()
  const { value, setValue, shared } = useFieldInput({ field, source: field.name })
  const others = usePrinters().filter(({ id }) => id !== job.printerId)
  const paper = isObject(job.paper) ? job.paper.name : undefined
  const note = useNote()
  return (
    <TextField
      {...shared}
      select
      fullWidth
      sx={{ mt: 0.75 }}
      value={value ?? ''}
      onChange={(event) => setValue(Number(event.target.value))}
      helperText={others.length === 0 ? t('queue.noOther') : shared.helperText}
    >
      {others.map((printer) => {
        const fits = printer.paper == null || printer.paper === paper
        return (
          <MenuItem
            key={printer.id}
            value={printer.id}
            disabled={!fits}
            sx={{ minHeight: { xs: 44, sm: 0 } }}
          >
            {recordTitle('printers', printer)} · {fits ? note(printer) : t('queue.otherPaper')}
          </MenuItem>
        )
      })}
    </TextField>
  )
}

/** What a printer is doing, in a word. */
function useNote() {
  const say = useText()
  const fields = resourceOf('printers')?.fields ?? []
  return (printer: Row) => {
    const field = fieldOf(fields, printer.paused === true ? 'paused' : 'status')
    if (!field) return ''
    return printer.paused === true ? say(field.label) : valueText(field, printer.status, say)
  }
}
