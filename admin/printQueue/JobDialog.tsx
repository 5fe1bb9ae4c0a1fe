import { ActionDialog } from '../engine/actions/ActionDialog'
import { recordTitle } from '../schema/recordTitle'
import type { Row } from '../schema/row'
import type { ActionSchema } from '../schema/types'
import { CheckDialog } from './CheckDialog'
import { MoveDialog } from './MoveDialog'

export interface JobDialogProps {
  action: ActionSchema
  job: Row
  onRun: (input: Record<string, unknown>) => Promise<unknown>
  onClose: () => void
}

/** What an action on a job asks for: its paper to be looked at, another printer, or what the schema says. */
export function JobDialog(props: JobDialogProps) {
  const { action, job, onRun, onClose } = props
  if (action.name === 'check') return <CheckDialog {...props} />
  if (action.name === 'move') return <MoveDialog {...props} />
  return (
    <ActionDialog action={action} subject={recordTitle('print-jobs', job)} onRun={onRun} onClose={onClose} />
  )
}
