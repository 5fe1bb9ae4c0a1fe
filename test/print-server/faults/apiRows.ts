import type { ApiCall } from '../../support/fakeApiCall.js'
import { atApi, atPrinter, called, stores, type FaultRow, type Stage } from './faultRow.js'

const AWAY_MS = 300
const lose = () => 'lose' as const
const printed = { paper: 'one', ledger: 'printed' } as const

const calls: [string, (call: ApiCall) => boolean][] = [
  ['the content is fetched', called('content')],
  ['the PDF is archived', called('pdf')],
  ['the attempt is stored', called('attempt')],
  ['it is stored that the document is sent', stores.step('sending')],
  ['it is stored that the printer accepted', stores.step('accepted')],
  ['it is stored that the job is printed', stores.status('printed')],
]

function goAway({ api }: Stage): void {
  api.away = true
  setTimeout(() => (api.away = false), AWAY_MS)
}

/** The API, or the line to it, loses a request or an answer, or is gone for a while. */
export const apiRows: FaultRow[] = [
  ...calls.flatMap(([what, isMoment]): FaultRow[] => [
    {
      fails: 'API',
      when: `${what}: the request is lost`,
      arm: atApi('before', isMoment, lose),
      ...printed,
      fresh: true,
    },
    {
      fails: 'API',
      when: `${what}: the answer is lost`,
      arm: atApi('after', isMoment, lose),
      ...printed,
      fresh: true,
    },
  ]),
  {
    fails: 'API',
    when: 'it is restarted while the printer prints',
    arm: atApi('after', stores.step('accepted'), (stage) => {
      goAway(stage)
      return 'go on'
    }),
    ...printed,
  },
  {
    fails: 'API',
    when: 'it is restarted while the document is on its way',
    arm: atPrinter('Send-Document', 'begin', (stage) => {
      goAway(stage)
      return 'go on'
    }),
    ...printed,
  },
  {
    fails: 'API',
    when: 'it cannot be reached for longer than the lease during the upload, and another print server takes over',
    arm: atPrinter('Send-Document', 'end', ({ api, printer }) => {
      for (const { id } of api.printers.filter(({ uri }) => uri === printer.uri)) {
        api.stealLease(id)
        api.expireLease(id)
      }
      return 'go on'
    }),
    paper: 'one',
    ledger: 'perhaps incomplete',
  },
]
