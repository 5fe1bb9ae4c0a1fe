import Stack from '@mui/material/Stack'
import type { SxProps, Theme } from '@mui/material/styles'
import { useState } from 'react'
import { problemOf, type Problem } from '../../providers/problem'
import { matches } from '../../schema/matches'
import { recordTitle } from '../../schema/recordTitle'
import type { Row } from '../../schema/row'
import type { ActionSchema, ResourceSchema } from '../../schema/types'
import { ActionButton } from './ActionButton'
import { ActionDialog } from './ActionDialog'
import { useRunAction } from './useRunAction'

export interface ActionBarProps {
  resource: ResourceSchema
  record: Row
  disabled?: boolean
  /** No step stands out. */
  isQuiet?: boolean
  /** On a phone the actions stand at the foot of the screen, under the thumb. */
  isDocked?: boolean
  /** Told about a refusal that no dialog could show, and with undefined when a new try starts. */
  onProblem: (problem: Problem | undefined) => void
  /** Told what the action answered. */
  onDone?: (action: ActionSchema, answer: Row) => void
  /** Draws the dialog of some actions by hand; undefined leaves it to the schema. */
  dialogFor?: (action: ActionSchema, dialog: HandMadeDialog) => React.ReactNode | undefined
}

export interface HandMadeDialog {
  run: (input: Record<string, unknown>) => Promise<unknown>
  close: () => void
}

const dockedSx: SxProps<Theme> = (theme) => ({
  [theme.breakpoints.down('sm')]: {
    position: 'fixed',
    zIndex: theme.zIndex.appBar,
    insetInline: 0,
    bottom: 0,
    padding: '8px max(8px, env(safe-area-inset-left)) max(8px, env(safe-area-inset-bottom))',
    backgroundColor: theme.palette.background.paper,
    borderTop: `1px solid ${theme.palette.divider}`,
    // The step that leads on is the widest and lies at the right hand's thumb.
    flexDirection: 'row-reverse',
    gap: '8px',
    '& > .MuiButton-root': {
      flex: '1 1 0',
      minWidth: 0,
      minHeight: 54,
      margin: 0,
      padding: '4px',
      // The icon over the words: four actions stand side by side without breaking a word.
      flexDirection: 'column',
      gap: '2px',
      fontSize: 13,
      lineHeight: 1.2,
      '& .MuiButton-startIcon': { margin: 0 },
    },
    '& > .MuiButton-contained': { flexGrow: 2 },
  },
})

/** The step that leads on: the furthest one that is declared as such, or the first that is not declared otherwise. */
const mainOf = (actions: ActionSchema[]) =>
  actions.findLast((action) => action.tone === 'primary') ??
  actions.find((action) => action.tone === undefined)

/** The actions that this person may call on this record now. */
export function ActionBar({
  resource,
  record,
  disabled,
  isQuiet,
  isDocked,
  onProblem,
  onDone,
  dialogFor,
}: ActionBarProps) {
  const [asked, setAsked] = useState<ActionSchema>()
  const runAction = useRunAction(resource)
  const possible = resource.actions.filter((action) => matches(action.when, record))
  const main = mainOf(possible)
  // It comes first: on a phone that is where the thumb is.
  const offered = main ? [main, ...possible.filter((action) => action !== main)] : possible

  const run = async (action: ActionSchema, input: Record<string, unknown>) => {
    const answer = await runAction(action, record, input)
    onDone?.(action, answer)
  }
  const start = async (action: ActionSchema) => {
    onProblem(undefined)
    if (action.input.length > 0 || action.confirm) return setAsked(action)
    try {
      await run(action, {})
    } catch (error) {
      onProblem(problemOf(error))
    }
  }
  const dialog = (action: ActionSchema) => {
    const close = () => setAsked(undefined)
    const runAsked = (input: Record<string, unknown>) => run(action, input)
    return (
      dialogFor?.(action, { run: runAsked, close }) ?? (
        <ActionDialog
          action={action}
          subject={recordTitle(resource.name, record)}
          onRun={runAsked}
          onClose={close}
        />
      )
    )
  }
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={1}
      sx={isDocked && offered.length > 0 ? dockedSx : { flexWrap: 'wrap' }}
    >
      {offered.map((action) => (
        <ActionButton
          key={action.name}
          action={action}
          isMain={!isQuiet && action === main}
          disabled={disabled}
          onStart={start}
        />
      ))}
      {asked ? dialog(asked) : null}
    </Stack>
  )
}
