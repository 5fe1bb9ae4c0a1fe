import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { useGetMany, useTranslate } from 'react-admin'
import { useT } from '../../i18n/useT'
import type { BulkResult } from '../../providers/dataProvider'
import type { Row } from '../../schema/row'
import type { ActionSchema, ResourceSchema, Text2 } from '../../schema/types'
import { useText } from '../../schema/useText'
import { StatusChip } from '../fields/StatusChip'
import { TitleCell } from '../list/TitleCell'
import { faultSentences } from './faultSentences'

interface BulkResultDialogProps {
  resource: ResourceSchema
  action: ActionSchema
  results: BulkResult[]
  onClose: () => void
}

/** The refusal and, where it is about lines, which of them and what they lack. */
const whyNot = (
  resource: ResourceSchema,
  error: NonNullable<BulkResult['error']>,
  say: (text: Text2) => string,
) => [
  error.message,
  ...faultSentences(resource.fields, error.errors ?? {}, say).filter((text) => text !== error.message),
]

/** Which records went through and why the others did not; refusals first. */
export function BulkResultDialog({ resource, action, results, onClose }: BulkResultDialogProps) {
  const t = useT()
  const say = useText()
  const translate = useTranslate()
  const { data: records = [] } = useGetMany<Row>(resource.name, { ids: results.map(({ id }) => id) })
  const sorted = results.toSorted((a, b) => b.status - a.status)
  const failed = results.filter((result) => result.status >= 400).length
  return (
    <Dialog open onClose={onClose}>
      <DialogTitle>
        {say(action.label)} · {t('bulk.result', { done: results.length - failed, failed })}
      </DialogTitle>
      <DialogContent>
        <Table size="small">
          <TableBody>
            {sorted.map((result) => {
              const record = records.find((candidate) => candidate?.id === result.id)
              return (
                <TableRow key={result.id}>
                  <TableCell sx={{ whiteSpace: 'nowrap' }}>
                    {record ? <TitleCell resource={resource.name} record={record} /> : `#${result.id}`}
                  </TableCell>
                  <TableCell>
                    {result.error ? (
                      <StatusChip tone="error" label={t('bulk.failed')} />
                    ) : (
                      <StatusChip tone="success" label={t('bulk.ok')} />
                    )}
                  </TableCell>
                  <TableCell sx={{ whiteSpace: 'pre-line', py: 0.5 }}>
                    {result.error ? whyNot(resource, result.error, say).join('\n') : null}
                  </TableCell>
                </TableRow>
              )
            })}
          </TableBody>
        </Table>
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose} variant="contained">
          {translate('ra.action.close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
