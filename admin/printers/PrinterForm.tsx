import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { FormRows } from '../engine/form/FormRows'
import type { AppMessage } from '../i18n/appZh'
import { useT } from '../i18n/useT'
import type { ResourceSchema } from '../schema/types'

type Rows = (string | string[])[]

/** What a form needs is asked first; what only some printers need stands below, each under its own head. */
const parts: { title?: AppMessage; help?: AppMessage; rows: Rows }[] = [
  {
    rows: [
      ['name', 'site'],
      ['uri', 'paper'],
      ['status', 'reasons', 'paused'],
      ['info', 'uuid'],
    ],
  },
  { title: 'printer.offset', help: 'printer.offsetHelp', rows: [['offsetX', 'offsetY']] },
  {
    title: 'printer.credentials',
    help: 'printer.credentialsHelp',
    rows: [['username', 'password'], 'tlsPin', 'tlsCa'],
  },
  { title: 'printer.advanced', rows: ['options'] },
]

export function PrinterForm({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const known = new Set(resource.fields.map(({ name }) => name))
  return (
    <Stack spacing={1.5} sx={{ maxWidth: 1080 }}>
      {parts
        .filter(({ rows }) => rows.flat().some((name) => known.has(name)))
        .map(({ title, help, rows }) => (
          <Card key={rows.flat().join()} sx={{ p: 2 }}>
            {title ? (
              <Typography variant="subtitle2" component="h2" sx={{ mb: help ? 0 : 1.5 }}>
                {t(title)}
              </Typography>
            ) : null}
            {help ? (
              <Typography variant="body2" color="text.secondary" sx={{ mb: 1.5 }}>
                {t(help)}
              </Typography>
            ) : null}
            <FormRows resource={resource} rows={rows} />
          </Card>
        ))}
    </Stack>
  )
}
