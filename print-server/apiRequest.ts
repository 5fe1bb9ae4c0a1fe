import type { ReadableStream } from 'node:stream/web'
import { ApiAway, ApiRefused, NotNow, StaleFence } from './apiErrors.js'

const MAX_REPLY_BYTES = 64 * 1024 * 1024
const awayStatuses = new Set([429, 502, 503, 504])

export interface ApiRequest {
  method: 'GET' | 'POST' | 'PUT'
  url: string
  headers: Record<string, string>
  body?: string | Buffer
  timeoutMs: number
}

/**
 * One call to the API: the body of its 2xx reply. Throws `StaleFence`, `NotNow`, `ApiRefused`, or `ApiAway` for
 * everything that a later try may cure. An aborted signal gives `ApiAway` too.
 */
export async function apiRequest(request: ApiRequest, signal: AbortSignal): Promise<Buffer> {
  if (signal.aborted) throw new ApiAway('aborted')
  // AbortSignal.any keeps its inputs alive on Node 20, and the input here lives as long as the process.
  const controller = new AbortController()
  const onAbort = () => controller.abort()
  signal.addEventListener('abort', onAbort, { once: true })
  const timer = setTimeout(onAbort, request.timeoutMs)
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body }),
      // The key goes to the configured address and nowhere else.
      redirect: 'manual',
      signal: controller.signal,
    })
    const body = await readBody(response)
    if (response.ok) return body
    throw refusalOf(response.status, body)
  } catch (error) {
    if (error instanceof ApiRefused || error instanceof StaleFence || error instanceof NotNow) throw error
    throw new ApiAway(describe(error))
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', onAbort)
  }
}

async function readBody(response: Response): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let length = 0
  const stream: ReadableStream<Uint8Array> | null = response.body
  for await (const chunk of stream ?? []) {
    length += chunk.length
    if (length > MAX_REPLY_BYTES) throw new ApiRefused(response.status, 'reply_too_large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
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

/** The cause of a failed fetch tells more than its message; addresses and keys are in neither. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const { cause } = error
  return cause instanceof Error && 'code' in cause ? String(cause.code) : error.name
}
