import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useBulkPress } from '../engine/actions/useBulkPress'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'

/** How many copies of a stale document are still out, and one press for when all of them are back. */
export function RecallAlert({ schema, copies }: { schema: ResourceSchema; copies: Row[] }) {
  const t = useT()
  const { press, isPending } = useBulkPress(schema.name, 'recall')
  const out = copies.filter(({ validity }) => validity === 'recall')
  if (out.length === 0) return null
  const canRecall = schema.actions.some(({ name }) => name === 'recall')
  return (
    <Alert
      severity="error"
      sx={{ mb: 1, flexWrap: 'wrap', alignItems: 'center' }}
      action={
        canRecall && out.length > 1 ? (
          <Button
            color="inherit"
            variant="outlined"
            loading={isPending}
            onClick={() => press(out.map(({ id }) => id))}
            sx={{ minHeight: { xs: 44, sm: 0 } }}
          >
            {t('papers.recallAll', { count: out.length })}
          </Button>
        ) : undefined
      }
    >
      {t('papers.recall', { count: out.length })}
    </Alert>
  )
}
