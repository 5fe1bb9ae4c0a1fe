import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import { diffLines } from 'diff'
import { useT } from '../i18n/useT'
import { ordered, type Files } from './templateRecord'

/** What differs between two templates, line by line in each file; equal stretches are folded. */
export function FilesDiff({ before, after }: { before: Files; after: Files }) {
  const t = useT()
  const names = ordered({ ...before, ...after }).filter((name) => before[name] !== after[name])
  return (
    <Box sx={{ overflow: 'auto', flex: 1, minHeight: 0 }}>
      {names.length === 0 ? <Typography color="text.secondary">{t('template.same')}</Typography> : null}
      {names.map((name) => (
        <Card key={name} sx={{ mb: 1.5 }}>
          <Typography
            variant="subtitle2"
            component="h2"
            sx={{ px: 1.5, py: 0.75, borderBottom: 1, borderColor: 'divider' }}
          >
            {name}
          </Typography>
          <FileDiff before={before[name] ?? ''} after={after[name] ?? ''} />
        </Card>
      ))}
    </Box>
  )
}

const CONTEXT = 3

function FileDiff({ before, after }: { before: string; after: string }) {
  return (
    <Box
      component="pre"
      tabIndex={0}
      sx={{
        m: 0,
        fontSize: 12.5,
        lineHeight: 1.5,
        overflowX: 'auto',
        fontFamily: 'ui-monospace, Menlo, Consolas, monospace',
      }}
    >
      {diffLines(before, after).map((part, at, parts) => {
        const lines = part.value.replace(/\n$/, '').split('\n')
        const mark = part.added ? '+' : part.removed ? '−' : ' '
        const shown = mark === ' ' ? folded(lines, at > 0, at < parts.length - 1) : lines
        return (
          <Box
            key={at}
            component={part.added ? 'ins' : part.removed ? 'del' : 'span'}
            sx={{
              display: 'block',
              textDecoration: 'none',
              px: 1.5,
              color: mark === ' ' ? 'text.secondary' : 'text.primary',
              bgcolor: (theme) =>
                mark === ' ' ? undefined : `${theme.palette[part.added ? 'success' : 'error'].main}26`,
            }}
          >
            {shown.map((line) => `${mark} ${line}`).join('\n')}
          </Box>
        )
      })}
    </Box>
  )
}

function folded(lines: string[], hasBefore: boolean, hasAfter: boolean): string[] {
  const [head, tail] = [hasBefore ? CONTEXT : 0, hasAfter ? CONTEXT : 0]
  if (lines.length <= head + tail + 1) return lines
  return [...lines.slice(0, head), '⋯', ...lines.slice(lines.length - tail)]
}
