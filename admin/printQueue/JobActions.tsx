import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { useRunAction } from '../engine/actions/useRunAction'
import { problemOf } from '../providers/problem'
import { fieldOf } from '../schema/fieldOf'
import { matches } from '../schema/matches'
import { JobDialog } from './JobDialog'
import type { Row } from '../schema/row'
import type { ActionSchema, ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'

interface JobActionsProps {
  resource: ResourceSchema
  job: Row
}

const colors = { primary: 'primary', danger: 'error', neutral: 'inherit' } as const

/** The actions on a job as small buttons, what leads on first. An uncertain one asks its question right here: did it come out? */
export function JobActions({ resource, job }: JobActionsProps) {
  const notify = useNotify()
  const runAction = useRunAction(resource)
  const say = useText()
  const [asked, setAsked] = useState<ActionSchema>()
  const [pending, setPending] = useState('')

  const run = async (name: string, action: ActionSchema, input: Record<string, unknown>) => {
    setPending(name)
    try {
      await runAction(action, job, input)
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    } finally {
      setPending('')
    }
  }
  const button = (name: string, text: string, action: ActionSchema, start: () => void) => (
    <Button
      key={name}
      variant="outlined"
      color={colors[action.tone ?? 'neutral']}
      sx={{
        py: 0,
        px: { xs: 1.5, sm: 0.75 },
        minWidth: 0,
        minHeight: { xs: 40, sm: 0 },
        fontSize: { xs: 14, sm: 12 },
        lineHeight: '20px',
        borderColor: 'divider',
      }}
      loading={pending === name}
      onClick={start}
    >
      {text}
    </Button>
  )
  return (
    <Stack
      direction="row"
      useFlexGap
      spacing={0.5}
      sx={{ flexWrap: { xs: 'wrap', sm: 'nowrap' } }}
      onClick={(event) => event.stopPropagation()}
    >
      {resource.actions
        .filter((action) => matches(action.when, job))
        .toSorted((a, b) => Number(b.tone === 'primary') - Number(a.tone === 'primary'))
        .flatMap((action) => {
          const outcome = fieldOf(action.input, 'outcome')
          if (action.name === 'resolve' && outcome)
            return (outcome.choices ?? []).map(({ value, label }) =>
              button(value, say(label), action, () => void run(value, action, { outcome: value })),
            )
          const asks = action.input.length > 0 || action.confirm
          return [
            button(action.name, say(action.label), action, () =>
              asks ? setAsked(action) : void run(action.name, action, {}),
            ),
          ]
        })}
      {asked ? (
        <JobDialog
          action={asked}
          job={job}
          onRun={(input) => runAction(asked, job, input)}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </Stack>
  )
}
