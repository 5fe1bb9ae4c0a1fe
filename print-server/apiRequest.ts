import http from 'node:http'
import https from 'node:https'
import { ApiAway, ApiRefused, NotNow, StaleFence } from './apiErrors.js'

const MAX_REPLY_BYTES = 64 * 1024 * 1024
const awayStatuses = new Set([429, 502, 503, 504])
/** Shorter than the API keeps an idle connection open, so that no call goes out on one that is being closed. */
const IDLE_MS = 2_000

// Node's own client: a paper costs half a dozen calls, and `fetch` costs several times as much for each.
const agents = {
  'http:': new http.Agent({ keepAlive: true, timeout: IDLE_MS }),
  'https:': new https.Agent({ keepAlive: true, timeout: IDLE_MS }),
}

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT'
  url: string
  headers: Record<string, string>
  body?: string | Buffer
  timeoutMs: number
}

/**
 * One call to the API: the body of its 2xx reply. Throws `StaleFence`, `NotNow`, `ApiRefused`, or `ApiAway` for
 * everything that a later try may cure. An aborted signal gives `ApiAway` too. A redirection is not followed: the key
 * goes to the configured address and nowhere else.
 */
export async function apiRequest(request: ApiRequest, signal: AbortSignal): Promise<Buffer> {
  if (signal.aborted) throw new ApiAway('aborted')
  const { status, body } = await exchange(request, signal)
  if (status >= 200 && status < 300) return body
  throw refusalOf(status, body)
}

function exchange(
  { method, url, headers, body, timeoutMs }: ApiRequest,
  signal: AbortSignal,
): Promise<{ status: number; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const address = new URL(url)
    const [client, agent] =
      address.protocol === 'https:' ? [https, agents['https:']] : [http, agents['http:']]
    const length = body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }
    const outgoing = client.request(address, { method, agent, headers: { ...headers, ...length } })
    const settle = (act: () => void) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      act()
    }
    const fail = (error: Error) => {
      settle(() => reject(error))
      outgoing.destroy()
    }
    const onAbort = () => fail(new ApiAway('aborted'))
    const timer = setTimeout(() => fail(new ApiAway('TimeoutError')), timeoutMs)
    signal.addEventListener('abort', onAbort, { once: true })
    outgoing.on('error', (error: NodeJS.ErrnoException) => fail(new ApiAway(error.code ?? error.name)))
    outgoing.on('response', (incoming) => {
      const chunks: Buffer[] = []
      let bytes = 0
      incoming.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        bytes += chunk.length
        if (bytes > MAX_REPLY_BYTES) fail(new ApiRefused(incoming.statusCode ?? 0, 'reply_too_large'))
      })
      incoming.on('error', (error: NodeJS.ErrnoException) => fail(new ApiAway(error.code ?? error.name)))
      incoming.on('end', () =>
        settle(() => resolve({ status: incoming.statusCode ?? 0, body: Buffer.concat(chunks) })),
      )
    })
    outgoing.end(body)
  })
}

function refusalOf(status: number, body: Buffer): Error {
  if (awayStatuses.has(status)) return new ApiAway(`HTTP ${status}`)
  const code = errorCode(body)
  if (status === 409 && code === 'stale_fence') return new StaleFence(code)
  if (status === 409 && code === 'not_now') return new NotNow(code)
  return new ApiRefused(status, code)
}

function errorCode(body: Buffer): string {
  try {
    const problem: unknown = JSON.parse(body.toString('utf8'))
    const named = typeof problem === 'object' && problem !== null && 'code' in problem
    return named && typeof problem.code === 'string' ? problem.code : 'unknown'
  } catch {
    return 'unreadable'
  }
}
