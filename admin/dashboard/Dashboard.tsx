import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { Title, useTranslate } from 'react-admin'
import { useT } from '../i18n/useT'
import { HiddenHeading } from '../layout/HiddenHeading'
import { useIsPhone } from '../layout/useIsPhone'
import { problemOf } from '../providers/problem'
import { useSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { SetupNotice } from '../setup/SetupNotice'
import { FigureStrip } from './FigureStrip'
import { Sales } from './Sales'
import { TaskCard } from './TaskCard'
import { tasks, type Task } from './tasks'
import { useFigures } from './useFigures'

interface Readable {
  task: Task
  resource: ResourceSchema
}

/** The day in numbers, then what to do next: the work that waits for this person, then the work that waits for others. */
export default function Dashboard() {
  const t = useT()
  const translate = useTranslate()
  const schema = useSchema()
  const { figures, days, isPending, error, refetch } = useFigures()
  const readable = tasks.flatMap((task): Readable[] => {
    const resource = schema?.resources.find(({ name }) => name === task.resource)
    return resource ? [{ task, resource }] : []
  })
  const isMine = ({ task, resource }: Readable) => resource.actions.some(({ name }) => name === task.action)
  return (
    <>
      <title>{`${translate('ra.page.dashboard')} · Slipway`}</title>
      <Title title={translate('ra.page.dashboard')} />
      <HiddenHeading text={translate('ra.page.dashboard')} />
      <SetupNotice />
      {error ? (
        <Alert
          severity="error"
          sx={{ mb: 1.5 }}
          action={
            <Button color="inherit" onClick={() => void refetch()}>
              {translate('ra.action.refresh')}
            </Button>
          }
        >
          {problemOf(error).message}
        </Alert>
      ) : null}
      {isPending ? <DashboardWait /> : null}
      <FigureStrip figures={figures} />
      <Sales days={days} />
      <Tasks title={t('dashboard.mine')} tasks={readable.filter(isMine)} />
      <Tasks
        title={t(readable.some(isMine) ? 'dashboard.others' : 'dashboard.all')}
        tasks={readable.filter((one) => !isMine(one))}
        isQuiet
      />
    </>
  )
}

/** The room of figures and curve, so that the tasks under them do not jump. */
function DashboardWait() {
  return (
    <Stack spacing={2} sx={{ mb: 2.5 }}>
      <Skeleton variant="rounded" height={70} />
      <Skeleton variant="rounded" height={280} />
    </Stack>
  )
}

/** On a phone only what waits: nothing to do needs no card there. */
function Tasks({ title, tasks: shown, isQuiet }: { title: string; tasks: Readable[]; isQuiet?: boolean }) {
  const isPhone = useIsPhone()
  if (shown.length === 0) return null
  return (
    // Cards of nothing are left out by themselves; a heading over none of them goes too.
    <Box component="section" sx={{ mb: 2.5, '&:not(:has(.MuiPaper-root))': { display: 'none' } }}>
      <Typography variant="h6" component="h2" sx={{ mb: 1 }}>
        {title}
      </Typography>
      <Box sx={{ columnWidth: isQuiet ? 200 : 320, columnGap: '12px' }}>
        {shown.map(({ task, resource }) => (
          <TaskCard
            key={task.label}
            task={task}
            resource={resource}
            shown={isQuiet ? 0 : 5}
            isQuiet={isQuiet || isPhone}
          />
        ))}
      </Box>
    </Box>
  )
}
