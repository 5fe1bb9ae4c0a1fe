import { useCallback } from 'react'
import { valueText } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { fieldOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import { resourceOf } from '../schema/schemaStore'
import type { Text2 } from '../schema/types'
import { useText } from '../schema/useText'
import { usePrinters } from './usePrinters'

type Say = (text: Text2) => string

const ENDED = new Set(['printed', 'canceled', 'expired'])

const hasSome = (value: unknown) => Array.isArray(value) && value.length > 0

const fieldText = (resource: string, name: string, record: Row, say: Say) => {
  const field = fieldOf(resourceOf(resource)?.fields ?? [], name)
  return field ? valueText(field, record[name], say) : ''
}

/** A queued job that was not tried yet waits for what its printer waits for. */
function printerReason(job: Row, printers: Row[], say: Say): string {
  const printer = printers.find(({ id }) => id === job.printerId)
  if (!printer || job.status !== 'queued') return ''
  if (printer.paused === true)
    return say(fieldOf(resourceOf('printers')?.fields ?? [], 'paused')?.label ?? NONE)
  return fieldText('printers', 'reasons', printer, say)
}

const NONE: Text2 = { zh: '', en: '' }

/**
 * Why a job waits or what went wrong, as one sentence. The labels of the reasons come with the schema; a keyword that
 * nobody has translated is the printer's own and is shown as it is.
 */
export function useReasons() {
  const t = useT()
  const say = useText()
  const printers = usePrinters()
  return useCallback(
    (job: Row): string => {
      if (ENDED.has(String(job.status))) return ''
      if (job.error) return fieldText('print-jobs', 'error', job, say)
      const reasons = hasSome(job.reasons)
        ? fieldText('print-jobs', 'reasons', job, say)
        : printerReason(job, printers, say)
      if (job.status === 'uncertain') return t('queue.uncertain')
      return reasons ? t('queue.waits', { reasons }) : ''
    },
    [t, say, printers],
  )
}
