import type { FakeApi } from '../../support/fakeApi.js'
import type { ApiCall } from '../../support/fakeApiCall.js'
import type { FakePrinter } from '../../support/fakePrinter.js'

export type Failing = 'print server' | 'API' | 'printer' | 'network'

/** What a fault finds: one job on its way from an API to a printer. */
export interface Stage {
  api: FakeApi
  printer: FakePrinter
  /** SIGKILL to the print server; the next one starts by itself. */
  kill: () => void
}

/** One instant at which something fails, and what is true afterwards. */
export interface FaultRow {
  fails: Failing
  /** Completes the sentence "It fails when …". */
  when: string
  /** Arms the fault; it strikes once, at that instant. */
  arm(stage: Stage): void
  /** What lay in the printer's tray, counted there. */
  paper: 'one' | 'one, cut short' | 'none'
  /** What the ledger says. `perhaps incomplete`: printed, with that warning. */
  ledger: 'printed' | 'perhaps incomplete' | 'uncertain' | 'failed'
  /** The job was never drawn before, so that the whole way is walked. */
  fresh?: true
}

type Side = 'before' | 'after'
type Operation =
  'Get-Printer-Attributes' | 'Create-Job' | 'Send-Document' | 'Print-Job' | 'Get-Job-Attributes'

/** Does something once, before a call of the API is carried out or after; `lose` drops the connection then. */
export function atApi(
  side: Side,
  isMoment: (call: ApiCall) => boolean,
  strike: (stage: Stage) => 'lose' | 'go on',
) {
  return (stage: Stage): void => {
    const { api } = stage
    api[side] = (call) => {
      if (!isMoment(call)) return undefined
      api[side] = () => undefined
      return strike(stage) === 'lose' ? false : undefined
    }
  }
}

/** Does something once with an operation at the printer: with its first bytes, when it is there whole, when its answer leaves. */
export function atPrinter(
  operation: Operation,
  moment: 'upload' | 'begin' | 'end',
  strike: (stage: Stage) => 'hang' | 'go on',
) {
  return (stage: Stage): void => {
    const { printer } = stage
    printer.onOperation = (name, at) => {
      if (name !== operation || at !== moment) return undefined
      printer.onOperation = () => undefined
      return strike(stage) === 'hang' ? false : undefined
    }
  }
}

/** Calls that store something, by what they store. */
export const stores = {
  step: (state: string) => (call: ApiCall) =>
    JSON.stringify(call.body.attempt ?? null).includes(`"${state}"`),
  status: (status: string) => (call: ApiCall) => call.body.status === status,
}

export const called =
  (name: string) =>
  (call: ApiCall): boolean =>
    call.name === name
