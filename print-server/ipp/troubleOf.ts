import type { FailureCode, SeenCertificate } from '../protocol.js'
import { IppError } from './ippError.js'

/**
 * What an error means for the job:
 * `wait`: the printer did nothing and may do it later; `fail`: it did nothing and never will;
 * `unclear`: it may or may not have acted (`silent`: it stopped talking, rather than talking nonsense).
 */
export type Trouble =
  | { kind: 'wait'; reason: string; answering: boolean; atLeastMs: number; certificate?: SeenCertificate }
  | { kind: 'fail'; code: FailureCode; detail: string }
  | { kind: 'unclear'; silent: boolean; detail: string }

const busy = new Set([0x0502, 0x0505, 0x0507, 0x050b])
const unauthorized = new Set([0x0401, 0x0402, 0x0403])
const NOT_ACCEPTING = 0x0506
const FORMAT_NOT_SUPPORTED = 0x040a
const FORMAT_ERROR = 0x0411
const FIRST_SERVER_ERROR = 0x0500
const OPERATION_NOT_SUPPORTED = 0x0501

/** Classes of print-notes part 4. Rethrows what is no `IppError`. */
export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof IppError)) throw error
  if (error.status !== null) return troubleOfStatus(error, error.status)
  if (error.kind === 'encode') return { kind: 'fail', code: 'rejected', detail: error.message }
  if (error.kind === 'tls')
    return { ...wait('tls', false), ...(error.certificate && { certificate: error.certificate }) }
  if (error.http === 426) return wait('tls-required', true)
  if (error.nothingSent) return wait('unreachable', false)
  if (error.kind === 'auth') return wait('unauthorized', true)
  if (error.http === 503 || error.http === 429) return wait('busy', true, error.retryAfterMs ?? 0)
  const silent = error.kind === 'timeout' || error.kind === 'reset'
  return { kind: 'unclear', silent, detail: error.message }
}

function troubleOfStatus(error: IppError, status: number): Trouble {
  if (busy.has(status)) return wait('busy', true)
  if (status === NOT_ACCEPTING) return wait('not-accepting', true)
  if (unauthorized.has(status)) return wait('unauthorized', true)
  const detail = [error.message, ...error.unsupported].join('; ')
  if (status === FORMAT_NOT_SUPPORTED || status === FORMAT_ERROR)
    return { kind: 'fail', code: 'format', detail }
  if (status < FIRST_SERVER_ERROR || status === OPERATION_NOT_SUPPORTED) {
    return { kind: 'fail', code: 'rejected', detail }
  }
  return { kind: 'unclear', silent: false, detail }
}

function wait(reason: string, answering: boolean, atLeastMs = 0): Trouble {
  return { kind: 'wait', reason, answering, atLeastMs }
}
