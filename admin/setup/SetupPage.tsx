import CheckCircle from '@mui/icons-material/CheckCircle'
import RadioButtonUnchecked from '@mui/icons-material/RadioButtonUnchecked'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { Title, useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { PageWait } from '../layout/PageWait'
import { useResourceSchema, useSchema } from '../schema/schemaStore'
import { helpOf, titleOf, type SetupStep } from './steps'
import { useSetup, type StepState } from './useSetup'

/** The first hour of a house: what it needs before its first order, each step checked against its records. */
export default function SetupPage() {
  const t = useT()
  const { states, done, isComplete } = useSetup()
  if (states.length === 0) return <PageWait />
  const next = states.find(({ isDone }) => !isDone)
  return (
    <Box sx={{ maxWidth: 780, mx: 'auto', pb: 4 }}>
      <title>{`${t('setup.title')} · Slipway`}</title>
      <Title title={t('setup.title')} />
      <Typography variant="h5" component="h1" sx={{ mt: 1 }}>
        {t('setup.title')}
      </Typography>
      <Typography color="text.secondary" sx={{ mb: 1 }}>
        {t(isComplete ? 'setup.complete' : 'setup.progress', { done, all: states.length })}
      </Typography>
      <LinearProgress
        variant="determinate"
        value={(done / states.length) * 100}
        aria-label={t('setup.title')}
        sx={{ mb: 2, borderRadius: 1, height: 6 }}
      />
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1 }}>
        {states.map((state, at) => (
          <Step key={state.step.name} at={at + 1} isNext={state === next} {...state} />
        ))}
      </Box>
      {isComplete ? (
        <Button variant="contained" component={Link} to="/" sx={{ mt: 2 }}>
          {t('setup.start')}
        </Button>
      ) : null}
    </Box>
  )
}

function Step({ step, isDone, at, isNext }: StepState & { at: number; isNext: boolean }) {
  const t = useT()
  return (
    <Card
      component="li"
      sx={{ p: 1.5, display: 'flex', gap: 1.5, borderColor: isNext ? 'primary.main' : undefined }}
    >
      {isDone ? (
        <CheckCircle color="success" />
      ) : (
        <RadioButtonUnchecked color={isNext ? 'primary' : 'disabled'} />
      )}
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2" component="h2">
          {at}. {t(titleOf(step))}
          <Box
            component="span"
            sx={{ ml: 1, fontWeight: 400, color: isDone ? 'success.main' : 'text.secondary' }}
          >
            {t(isDone ? 'setup.done' : 'setup.todo')}
          </Box>
        </Typography>
        <Typography variant="body2" color="text.secondary">
          {t(helpOf(step))}
        </Typography>
      </Box>
      <StepButtons step={step} isNext={isNext} isDone={isDone} />
    </Card>
  )
}

/** The way to where the step is done; whoever lacks the right is told who has it. */
function StepButtons({ step, isNext, isDone }: { step: SetupStep; isNext: boolean; isDone: boolean }) {
  const t = useT()
  const createPath = useCreatePath()
  const resource = useResourceSchema(step.resource)
  const imports = useResourceSchema('imports')
  const target = useResourceSchema(step.importTarget ?? step.resource)
  const me = useSchema()?.user.id
  const list = createPath({ resource: step.name === 'testPage' ? 'printers' : step.resource, type: 'list' })
  const create = createPath({ resource: step.resource, type: 'create' })
  const way = isDone
    ? { to: list, text: t('setup.look') }
    : step.by === 'import' && !target?.importing && me !== undefined
      ? { to: createPath({ resource: 'users', type: 'edit', id: me }), text: t('setup.role') }
      : step.by === 'import' && imports
        ? {
            to: `${createPath({ resource: 'imports', type: 'list' })}?target=${step.importTarget ?? step.resource}`,
            text: t('setup.import'),
          }
        : step.by === 'create' && resource?.can.create
          ? { to: create, text: t('setup.do') }
          : { to: list, text: t('setup.look') }
  return (
    <Button
      component={Link}
      to={way.to}
      variant={isNext ? 'contained' : 'outlined'}
      sx={{ flex: 'none', alignSelf: 'center', minHeight: { xs: 40, sm: 0 } }}
      aria-label={`${way.text} ${t(titleOf(step))}`}
    >
      {way.text}
    </Button>
  )
}
