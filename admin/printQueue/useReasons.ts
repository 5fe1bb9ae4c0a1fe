import { useCallback } from 'react'
import { valueText } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { resourceOf } from '../schema/schemaStore'
import { useText } from '../schema/useText'

const ENDED = new Set(['printed', 'canceled', 'expired'])

/**
 * Why a job waits or what went wrong, as one sentence. The labels of the reasons come with the schema; a keyword that
 * nobody has translated is the printer's own and is shown as it is.
 */
export function useReasons() {
  const t = useT()
  const say = useText()
  return useCallback(
    (job: Row): string => {
      if (ENDED.has(String(job.status))) return ''
      const fields = resourceOf('print-jobs')?.fields ?? []
      const reasons = fieldOf(fields, 'reasons')
      const error = fieldOf(fields, 'error')
      const waits = Array.isArray(job.reasons) && job.reasons.length > 0 && reasons
      if (job.error && error) return valueText(error, job.error, say)
      return waits ? t('queue.waits', { reasons: valueText(reasons, job.reasons, say) }) : ''
    },
    [t, say],
  )
}
