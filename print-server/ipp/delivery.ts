import type {
  Attempt,
  AttemptState,
  ClaimedJob,
  FinalStatus,
  PrinterReport,
  Report,
  Verdict,
} from '../protocol.js'
import type { Run } from '../run.js'
import type { Timing } from '../timing.js'
import type { RasterTarget } from '../raster/rasterTarget.js'
import type { IppPrinter, Sheets } from './ippPrinter.js'
import type { PrinterDescription } from './printerDescription.js'
import type { Stage, Waiting } from './waiting.js'

/** The durable record. Every call resolves after the commit, so what follows it may be sent. */
export interface Ledger {
  /** Opens an attempt; throws `Ended` when the job is no longer wanted. */
  open(token: string, printer: PrinterDescription): Promise<Attempt>
  commit(report: Report): Promise<Verdict>
  /** Like `commit`, but says nothing when nothing changed and the API has heard of us lately. */
  progress(report: Report): Promise<Verdict>
  printerState(report: PrinterReport): Promise<void>
}

/** Told how the printer takes jobs, for those that wait behind this one. */
export interface Turn {
  /** Whether no other paper is on its way to this printer. */
  isAlone(): boolean
  /** The printer has the whole document: it can be given the next one. */
  accepted(): void
  /** It takes one job at a time. */
  busy(): void
}

/** One job on its way to one printer. */
export interface Order {
  printer: IppPrinter
  /** Takes what an administrator has changed about the printer meanwhile; its address only while nothing was sent. */
  readdress: (stage: Stage) => Promise<void>
  job: ClaimedJob
  /** The archived bytes, moved where the printer is out of place; renders and archives them first where needed. */
  pdf: () => Promise<Buffer>
  /** Size of what `pdf` gives, where that is known before it is made. */
  knownBytes: number | null
  /** Pages as PWG raster; throws `RasterError`. */
  rasterize: (pdf: Buffer, target: RasterTarget) => Promise<Buffer>
  /** The `media-source` keyword of the tray that an administrator chose for this printer. */
  tray: string | null
  ledger: Ledger
  run: Run
  timing: Timing
  turn: Turn
}

/** An order with what delivery knows about it. `attempt.state` alone decides what comes next. */
export interface Delivery extends Order {
  waiting: Waiting
  attempt: Attempt | null
  /** The upload broke or its answer was lost: the printer may hold a part of the document. */
  mayBeCut: boolean
  documentBytes: number | null
  /** What was sent last: made once, however often the printer turns out to be busy. */
  sheets: Sheets | null
  resends: number
  cancels: number
  /** After `busy`: how many more looks may find the printer still processing before it is tried again. */
  busyLooks: number
  /** Attempts ended without knowing whether the printer made an empty job of them. */
  abandoned: Attempt[]
}

/** `dropped`: a person took the job away while nothing was sent; the API knows and is told nothing. */
export type Outcome = FinalStatus | 'dropped'

export interface End {
  outcome: Outcome
  report?: Report
}

/** Thrown from within a wait when the job ends there. */
export class Ended extends Error {
  override readonly name = 'Ended'
  constructor(readonly end: End) {
    super(end.outcome)
  }
}

/** Stores where the attempt stands; the caller may send only after this has resolved. */
export async function record(
  delivery: Delivery,
  attempt: Attempt,
  state: AttemptState,
  report: Report = {},
  note?: string,
): Promise<Verdict> {
  const verdict = await delivery.ledger.commit({
    ...report,
    attempt: {
      n: attempt.n,
      state,
      ...(attempt.ippJobId !== null && { ippJobId: attempt.ippJobId }),
      ...(attempt.ippJobUuid !== null && { ippJobUuid: attempt.ippJobUuid }),
      ...(note !== undefined && { note }),
    },
  })
  delivery.attempt = { ...attempt, state }
  return verdict
}

/** An end that leaves the decision to a person; `note` is a keyword that says why. */
export function uncertain(attempt: Attempt, note: string): End {
  return { outcome: 'uncertain', report: { attempt: { n: attempt.n, note } } }
}

/** From `sending` on the printer may print. */
export function stageOf(attempt: Attempt | null): Stage {
  if (!attempt) return 'idle'
  return attempt.state === 'sending' || attempt.state === 'accepted' ? 'sent' : 'empty'
}
