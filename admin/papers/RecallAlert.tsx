import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNotify } from 'react-admin'
import { useT } from '../i18n/useT'
import { useConsoleData } from '../providers/dataProvider'
import { problemOf } from '../providers/problem'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'

/** How many copies of a stale document are still out, and one press for when all of them are back. */
export function RecallAlert({ schema, copies }: { schema: ResourceSchema; copies: Row[] }) {
  const t = useT()
  const data = useConsoleData()
  const client = useQueryClient()
  const notify = useNotify()
  const [isPending, setPending] = useState(false)
  const out = copies.filter(({ validity }) => validity === 'recall')
  if (out.length === 0) return null
  const recallAll = async () => {
    setPending(true)
    try {
      const ids = out.map(({ id }) => id)
      const { results } = await data.bulkAction(schema.name, 'recall', ids, {})
      for (const { error } of results) if (error) notify(error.message, { type: 'error' })
    } catch (error) {
      notify(problemOf(error).message, { type: 'error' })
    } finally {
      setPending(false)
      void client.invalidateQueries({ queryKey: [schema.name] })
    }
  }
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
            onClick={() => void recallAll()}
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
