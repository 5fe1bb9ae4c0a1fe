import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useGetList, useNotify } from 'react-admin'
import { useT } from '../i18n/useT'
import { http } from '../providers/http'
import { problemOf } from '../providers/problem'
import type { Row } from '../schema/row'
import { isObject } from '../schema/valueAt'

const PREFERENCE = 'print.printer'
const key = ['preferences', PREFERENCE]

/** In which order a printer is found, and the one that is this person's own. */
export function OwnPrinter() {
  const t = useT()
  const notify = useNotify()
  const client = useQueryClient()
  const { data: printers = [] } = useGetList<Row>('printers', {
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 500 },
  })
  const { data: own = '' } = useQuery({
    queryKey: key,
    queryFn: async () => {
      const { json } = await http('/api/preferences')
      return String((isObject(json) && json[PREFERENCE]) || '')
    },
  })
  const { mutate } = useMutation({
    mutationFn: (id: string) =>
      http('/api/preferences', {
        method: 'PUT',
        body: JSON.stringify({ [PREFERENCE]: id === '' ? null : Number(id) }),
      }),
    onError: (error) => notify(problemOf(error).message, { type: 'error' }),
    onSettled: () => void client.invalidateQueries({ queryKey: key }),
  })
  const known = printers.some(({ id }) => String(id) === own)
  return (
    <Card
      sx={{
        flex: 'none',
        p: 1.5,
        mb: 1.5,
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1.5,
        alignItems: 'center',
      }}
    >
      <Box sx={{ flex: '1 1 320px', color: 'text.secondary' }}>{t('rules.order')}</Box>
      <TextField
        select
        size="small"
        label={t('rules.own')}
        value={known ? own : ''}
        onChange={(event) => mutate(event.target.value)}
        sx={{ flex: '0 1 260px', minWidth: 200 }}
      >
        <MenuItem value="">{t('rules.none')}</MenuItem>
        {printers.map(({ id, name }) => (
          <MenuItem key={id} value={String(id)}>
            {String(name)}
          </MenuItem>
        ))}
      </TextField>
    </Card>
  )
}
