import type http from 'node:http'
import type { Look, PrinterReport } from '../../print-server/protocol.js'

/** One call of a print server: `name` is `claim`, `report`, `attempt` …; bodies are parsed. */
export interface ApiCall {
  name: string
  jobId: number | null
  body: Record<string, unknown>
}

export const isPart = (part: unknown): part is { jobId: number; bytes: number } =>
  typeof part === 'object' && part !== null && 'jobId' in part && 'bytes' in part

export function stateOf(body: Record<string, unknown>): PrinterReport {
  const status = (['idle', 'processing', 'stopped', 'unreachable'] as const).find(
    (one) => one === body.status,
  )
  const reasons = Array.isArray(body.reasons) ? body.reasons.map(String) : []
  return { status: status ?? 'unreachable', reasons }
}

export function lookOf(body: Record<string, unknown>): Look {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- compared member by member in the tests
  return body as unknown as Look
}

export function readCall(route: string, url: URL, bytes: Buffer | null): ApiCall {
  const [, group = '', id, verb] = route.split('/')
  const [fence, whole] = ['fence', 'whole'].map((name) => url.searchParams.get(name))
  const parsed: unknown = bytes && bytes.length > 0 ? JSON.parse(bytes.toString('utf8')) : { fence, whole }
  const body = typeof parsed === 'object' && parsed !== null ? Object.fromEntries(Object.entries(parsed)) : {}
  if (route === '/printers/due') return { name: 'due', jobId: null, body }
  return { name: verb ?? group, jobId: group === 'jobs' ? Number(id) : null, body }
}

export async function readBody(request: http.IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  const stream: AsyncIterable<Buffer> = request
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks)
}
