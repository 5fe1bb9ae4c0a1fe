import type { IncomingMessage } from 'node:http'
import { IppError } from './ippError.js'

const MAX_REPLY_BYTES = 2 * 1024 * 1024
const MAX_RETRY_AFTER_S = 60

/** The body of a 200 reply of type application/ipp; anything else, redirects included, is an `IppError`. */
export function readHttpReply(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const status = incoming.statusCode ?? 0
    if (status !== 200) return reject(refusal(status, incoming.headers['retry-after']))
    const type = incoming.headers['content-type'] ?? 'nothing'
    if (!/^application\/ipp\b/i.test(type)) {
      return reject(new IppError('protocol', `the answer is ${type.slice(0, 60)}, not application/ipp`))
    }
    const chunks: Buffer[] = []
    let length = 0
    incoming.on('data', (chunk: Buffer) => {
      length += chunk.length
      if (length > MAX_REPLY_BYTES) reject(new IppError('too-large', `answer above ${MAX_REPLY_BYTES} bytes`))
      else chunks.push(chunk)
    })
    incoming.on('error', (error) => reject(new IppError('reset', error.message)))
    incoming.on('close', () => reject(new IppError('reset', 'the answer was cut')))
    incoming.on('end', () => resolve(Buffer.concat(chunks)))
  })
}

function refusal(status: number, retryAfter: string | undefined): IppError {
  const kind = status === 401 || status === 403 || status === 407 ? 'auth' : 'http'
  const seconds = Number(retryAfter)
  return new IppError(kind, `HTTP ${status}`, {
    http: status,
    ...(retryAfter !== undefined &&
      seconds > 0 && { retryAfterMs: Math.min(seconds, MAX_RETRY_AFTER_S) * 1000 }),
  })
}
