import Alert from '@mui/material/Alert'
import { Facts } from '../engine/show/Facts'
import { RecordHead } from '../engine/show/RecordHead'
import { recordPage } from '../engine/show/recordPage'
import type { RecordToolProps } from '../engine/show/recordTools'
import { valueText } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { Panel } from '../layout/Panel'
import { WithSide } from '../layout/WithSide'
import { fieldOf, fieldsOf } from '../schema/fieldOf'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { Abilities } from './Abilities'
import { Certificate } from './Certificate'
import { PrinterJobs } from './PrinterJobs'
import { Stock } from './Stock'
import { withoutTrust } from './withoutTrust'

const settings = ['uri', 'site', 'paper', 'offsetX', 'offsetY', 'info', 'uuid', 'seenAt', 'pausedBy']
const WAITING = ['queued', 'held', 'rendering', 'sending', 'accepted', 'printing', 'uncertain']
const OVER = ['printed', 'failed', 'canceled', 'expired']

export default recordPage(PrinterPage)

/** A printer at work: why it stands still, what it has left, what waits for it and what it printed last. */
function PrinterPage({ resource, record: printer }: RecordToolProps) {
  const t = useT()
  const facts = fieldsOf(resource.fields, settings).map(({ field }) => field)
  return (
    <>
      <RecordHead resource={withoutTrust(resource)} record={printer} />
      <WithSide
        sideWidth={340}
        from={1200}
        side={
          <>
            <Panel title={t('printer.settings')}>
              <Facts fields={facts} record={printer} minWidth={140} onlyKnown />
            </Panel>
            <Abilities printer={printer} />
          </>
        }
      >
        <Trouble resource={resource} printer={printer} />
        <Certificate resource={resource} printer={printer} />
        <Stock printer={printer} />
        <PrinterJobs
          title={t('printer.waiting')}
          none={t('printer.noneWaiting')}
          filter={{ printerId: printer.id, status: WAITING }}
          isQueue
        />
        <PrinterJobs
          title={t('printer.recent')}
          none={t('printer.noneRecent')}
          filter={{ printerId: printer.id, status: OVER }}
        />
      </WithSide>
    </>
  )
}

/** Why nothing comes out, in words. */
function Trouble({ resource, printer }: { resource: ResourceSchema; printer: Row }) {
  const say = useText()
  const [status, reasons, paused] = ['status', 'reasons', 'paused'].map((name) =>
    fieldOf(resource.fields, name),
  )
  const why = reasons ? valueText(reasons, printer.reasons, say) : ''
  const isStuck = printer.status === 'stopped' || printer.status === 'unreachable'
  const said = [
    printer.paused === true && paused ? say(paused.label) : '',
    isStuck && status && !why ? valueText(status, printer.status, say) : '',
    why,
  ].filter(Boolean)
  if (said.length === 0) return null
  return <Alert severity={isStuck ? 'error' : 'warning'}>{said.join('；')}</Alert>
}
