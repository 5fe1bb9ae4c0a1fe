import type { FaultKind } from '../../support/fakePrinterFaults.js'
import { atPrinter, type FaultRow, type Stage } from './faultRow.js'

const printed = { paper: 'one', ledger: 'printed' } as const
const unknown = { paper: 'one', ledger: 'perhaps incomplete' } as const
const lost = { paper: 'none', ledger: 'uncertain' } as const

const says: Partial<Record<FaultKind, string>> = {
  hang: 'it hangs',
  drop: 'it closes the connection',
  'lost-answer': 'it does it, and the answer is lost',
  truncate: 'it does it, and the answer is cut',
  html: 'it answers with a web page',
  garbage: 'it answers with garbage',
  'wrong-id': 'it answers another request',
  endless: 'its answer does not end',
  'http-401': 'it wants another sign-in (401)',
  'http-503': 'it is overloaded (503)',
  'status:server-error-busy': 'it is busy',
  'status:server-error-internal-error': 'it has an internal error',
}

interface Group {
  operation: 'Get-Printer-Attributes' | 'Create-Job' | 'Send-Document' | 'Print-Job' | 'Get-Job-Attributes'
  asked: string
  kinds: FaultKind[]
  result: Pick<FaultRow, 'paper' | 'ledger'>
}

const answers: FaultKind[] = ['lost-answer', 'truncate', 'html', 'garbage', 'wrong-id', 'endless']
const all = [...answers, 'hang', 'drop', 'http-401', 'http-503'] satisfies FaultKind[]
const refusals: FaultKind[] = ['status:server-error-busy', 'status:server-error-internal-error']

const groups: Group[] = [
  { operation: 'Get-Printer-Attributes', asked: 'asked for its state', kinds: all, result: printed },
  { operation: 'Create-Job', asked: 'asked for a job', kinds: [...all, ...refusals], result: printed },
  {
    operation: 'Send-Document',
    asked: 'given the document',
    kinds: ['hang', 'drop', 'http-401', 'http-503', 'status:server-error-busy'],
    result: printed,
  },
  { operation: 'Send-Document', asked: 'given the document', kinds: answers, result: unknown },
  {
    operation: 'Get-Job-Attributes',
    asked: 'asked for the job',
    kinds: [...all, ...refusals],
    result: printed,
  },
  { operation: 'Print-Job', asked: 'given all at once (no Create-Job)', kinds: answers, result: unknown },
  {
    operation: 'Print-Job',
    asked: 'given all at once (no Create-Job)',
    kinds: ['hang', 'drop', 'http-503', 'status:server-error-internal-error'],
    result: lost,
  },
  {
    operation: 'Print-Job',
    asked: 'given all at once (no Create-Job)',
    kinds: ['http-401', 'status:server-error-busy'],
    result: printed,
  },
]

const restart = ({ printer }: Stage) => {
  printer.reboot()
  return 'hang' as const
}

/** The number of our job now names somebody else's, which is done. */
const giveNumberAway = (stage: Stage) => {
  const outcome = restart(stage)
  stage.printer.addJob('of somebody else')
  return outcome
}

/** The printer answers wrongly, late or never, or forgets. */
export const printerRows: FaultRow[] = [
  ...groups.flatMap(({ operation, asked, kinds, result }) =>
    kinds.map((kind): FaultRow => ({
      fails: 'printer',
      when: `${asked}: ${says[kind] ?? kind}`,
      arm: ({ printer }) => {
        printer.offersCreateJob = operation !== 'Print-Job'
        printer.faults = [{ operation, kind }]
      },
      ...result,
    })),
  ),
  {
    fails: 'printer',
    when: 'it is switched off and on with an empty job',
    arm: atPrinter('Create-Job', 'end', restart),
    ...printed,
  },
  {
    fails: 'printer',
    when: 'it is switched off and on with the document, before it prints',
    arm: atPrinter('Send-Document', 'end', restart),
    ...lost,
  },
  {
    fails: 'printer',
    when: "it is switched off and on with the document, and gives the job's number to somebody else's job",
    arm: atPrinter('Send-Document', 'end', giveNumberAway),
    ...lost,
  },
  {
    fails: 'printer',
    when: 'another device takes its address, and has a job of that number',
    arm: atPrinter('Send-Document', 'end', (stage) => {
      stage.printer.uuid = 'urn:uuid:00000000-0000-4000-8000-000000000002'
      return giveNumberAway(stage)
    }),
    ...lost,
  },
  {
    fails: 'printer',
    when: 'it is switched off and on after it printed, before it said so',
    arm: ({ printer }) => {
      printer.onOperation = (name, at) => {
        if (printer.prints.length > 0 && name.startsWith('Get-') && at === 'begin') printer.reboot()
      }
    },
    paper: 'one',
    ledger: 'uncertain',
  },
  ...([0, 1] as const).map((impressions): FaultRow => ({
    fails: 'printer',
    when:
      impressions === 0
        ? 'it gives the job up before a sheet came out'
        : 'it gives the job up after a sheet came out',
    arm: (stage) => {
      const { printer } = stage
      printer.jobMs = 600_000
      atPrinter('Get-Job-Attributes', 'begin', () => {
        Object.assign(printer.jobs[0] ?? {}, { state: 'aborted', impressions })
        return 'go on'
      })(stage)
    },
    paper: 'none',
    ledger: impressions === 0 ? 'failed' : 'uncertain',
  })),
]
