import http from 'node:http'
import { connect, type Target } from './connect.js'
import { decode } from './decode.js'
import { IppError, type IppPhase } from './ippError.js'
import type { IppMessage } from './message.js'
import { readHttpReply } from './readHttpReply.js'

/** Limits of one request, in milliseconds. `idleMs`: no byte in either direction for that long. */
export interface Limits {
  connectMs: number
  idleMs: number
  totalMs: number
}

export interface Destination extends Target {
  path: string
  /** Value of the Authorization header. */
  authorization?: string
}

export interface IppRequest {
  requestId: number
  bytes: Buffer
  document?: Buffer
}

/**
 * One request and its reply over a connection of its own. Settles exactly once and leaves no socket behind, whatever
 * the peer does. Throws `IppError`; its `phase` tells how far the request got.
 */
export async function exchange(
  destination: Destination,
  request: IppRequest,
  limits: Limits,
  signal: AbortSignal,
): Promise<IppMessage> {
  const socket = await connect(destination, limits.connectMs, signal)
  let phase: IppPhase = 'send'
  return new Promise((resolve, reject) => {
    const outgoing = http.request({
      createConnection: () => socket,
      method: 'POST',
      path: destination.path,
      headers: headersOf(destination, request),
    })
    const settle = (outcome: IppMessage | IppError) => {
      clearTimeout(total)
      signal.removeEventListener('abort', onAbort)
      outgoing.destroy()
      socket.destroy()
      if (outcome instanceof IppError) {
        outcome.phase = phase
        reject(outcome)
      } else resolve(outcome)
    }
    const onAbort = () => settle(new IppError('aborted', `aborted in ${phase}`))
    const total = setTimeout(
      () => settle(new IppError('timeout', `not done within ${limits.totalMs} ms`)),
      limits.totalMs,
    )
    signal.addEventListener('abort', onAbort, { once: true })
    if (signal.aborted) return onAbort()

    socket.setTimeout(limits.idleMs, () =>
      settle(new IppError('timeout', `silent for ${limits.idleMs} ms in ${phase}`)),
    )
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // A printer may refuse and close before it took the whole document: then its answer counts, not the broken pipe.
      if (phase !== 'response') settle(new IppError('reset', error.code ?? error.message))
    })
    outgoing.on('close', () => {
      if (phase !== 'response') settle(new IppError('reset', `closed in ${phase}`))
    })
    outgoing.on('finish', () => {
      if (phase === 'send') phase = 'wait'
    })
    outgoing.on('response', (incoming) => {
      phase = 'response'
      readHttpReply(incoming).then(
        (body) => settle(readMessage(body, request.requestId)),
        (error: unknown) => settle(error instanceof IppError ? error : new IppError('reset', String(error))),
      )
    })
    outgoing.write(request.bytes)
    outgoing.end(request.document)
  })
}

function headersOf(destination: Destination, request: IppRequest): http.OutgoingHttpHeaders {
  const host = destination.host.includes(':') ? `[${destination.host}]` : destination.host
  return {
    Host: `${host}:${destination.port}`,
    'Content-Type': 'application/ipp',
    // Old firmware refuses chunked uploads.
    'Content-Length': request.bytes.length + (request.document?.length ?? 0),
    Accept: 'application/ipp',
    Connection: 'close',
    'User-Agent': 'Slipway',
    ...(destination.authorization !== undefined && { Authorization: destination.authorization }),
  }
}

function readMessage(body: Buffer, requestId: number): IppMessage | IppError {
  try {
    const message = decode(body)
    return message.requestId === requestId
      ? message
      : new IppError('protocol', `answer to request ${message.requestId}, asked was ${requestId}`)
  } catch (error) {
    return error instanceof IppError ? error : new IppError('protocol', String(error))
  }
}
