import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useState, type ReactNode } from 'react'
import { Form, useTranslate } from 'react-admin'
import { useFormState } from 'react-hook-form'
import { focusFirst } from '../../layout/focusFirst'
import { problemOf, type Problem } from '../../providers/problem'
import type { ActionSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { Widget } from '../widgets/Widget'
import { ProblemAlert } from './ProblemAlert'

interface ActionDialogProps {
  action: ActionSchema
  /** What it is about to be done to: the name of a record, or '3 orders'. */
  subject: string
  /** What the dialog starts with, where the declared defaults are not enough. */
  initial?: Record<string, unknown>
  /** In place of the declared inputs. */
  children?: ReactNode
  onRun: (input: Record<string, unknown>) => Promise<unknown>
  onClose: () => void
}

/** Asks for what an action needs; a refusal is shown at its field, or on top where it belongs to none. */
export function ActionDialog({ action, subject, initial, children, onRun, onClose }: ActionDialogProps) {
  const say = useText()
  const [problem, setProblem] = useState<Problem>()
  const submit = async (input: Record<string, unknown>) => {
    setProblem(undefined)
    try {
      await onRun(input)
      onClose()
      return undefined
    } catch (error) {
      const refusal = problemOf(error)
      setProblem(refusal)
      return refusal.errors
    }
  }
  const defaults = Object.fromEntries(action.input.map((field) => [field.name, field.default ?? null]))
  return (
    <Dialog
      open
      onClose={onClose}
      maxWidth={action.input.some((field) => field.kind === 'lines') ? 'md' : 'xs'}
    >
      <Form record={{ ...defaults, ...initial }} onSubmit={submit} noValidate disableInvalidFormNotification>
        <DialogTitle>
          {say(action.label)} · {subject}
        </DialogTitle>
        <DialogContent ref={focusFirst}>
          <ProblemAlert problem={problem} fields={action.input} />
          {action.confirm ? (
            <DialogContentText sx={{ mb: 1.5 }}>{say(action.confirm)}</DialogContentText>
          ) : null}
          {children ?? (
            <Stack spacing={1.5} sx={{ pt: 0.75 }}>
              {action.input.map((field) => (
                <Widget key={field.name} field={field} source={field.name} />
              ))}
            </Stack>
          )}
        </DialogContent>
        <Buttons action={action} onClose={onClose} />
      </Form>
    </Dialog>
  )
}

function Buttons({ action, onClose }: { action: ActionSchema; onClose: () => void }) {
  const say = useText()
  const translate = useTranslate()
  const { isSubmitting } = useFormState()
  return (
    <DialogActions>
      <Button color="inherit" onClick={onClose} disabled={isSubmitting}>
        {translate('ra.action.cancel')}
      </Button>
      <Button
        type="submit"
        variant="contained"
        color={action.tone === 'danger' ? 'error' : 'primary'}
        loading={isSubmitting}
        autoFocus={action.input.length === 0}
      >
        {say(action.label)}
      </Button>
    </DialogActions>
  )
}
