import type { SeenCertificate } from '../protocol.js'

export type IppErrorKind =
  | 'connect'
  | 'timeout'
  | 'reset'
  | 'http'
  | 'auth'
  | 'tls'
  | 'protocol'
  | 'too-large'
  | 'ipp'
  | 'aborted'
  | 'encode'

/** How far a request got. The kernel takes bytes long before a printer does: `wait` is no proof of a whole upload. */
export type IppPhase = 'encode' | 'connect' | 'send' | 'wait' | 'response'

interface Facts {
  phase?: IppPhase
  /** IPP status code, e.g. 0x0507. */
  status?: number
  /** Names of the attributes that the printer would not take. */
  unsupported?: string[]
  http?: number
  retryAfterMs?: number
  certificate?: SeenCertificate
}

/** Everything that can go wrong between us and a printer. */
export class IppError extends Error {
  override readonly name = 'IppError'
  phase: IppPhase
  readonly status: number | null
  readonly unsupported: string[]
  readonly http: number | null
  readonly retryAfterMs: number | null
  /** What the printer showed, where that is not trusted. */
  readonly certificate: SeenCertificate | null

  constructor(
    readonly kind: IppErrorKind,
    message: string,
    facts: Facts = {},
  ) {
    super(message)
    this.phase = facts.phase ?? 'response'
    this.status = facts.status ?? null
    this.unsupported = facts.unsupported ?? []
    this.http = facts.http ?? null
    this.retryAfterMs = facts.retryAfterMs ?? null
    this.certificate = facts.certificate ?? null
  }

  /** Only these two phases prove that the printer got nothing. */
  get nothingSent(): boolean {
    return this.phase === 'encode' || this.phase === 'connect'
  }
}
