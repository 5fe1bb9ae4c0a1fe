import http from 'node:http'
import type { Registry } from 'prom-client'

interface Options {
  host: string
  port: number
  registry: Registry
  /** Why this process cannot print now, as keywords; empty when it can. */
  problems: () => string[]
}

/**
 * Serves `/healthz` (the process runs), `/readyz` (it could print now, else 503 with the problems) and `/metrics`.
 * Rejects with the system's error when the port cannot be had.
 */
export async function startHealth(options: Options): Promise<http.Server> {
  const server = http.createServer((request, response) => {
    void answer(options, request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' })
      response.end(request.method === 'HEAD' ? '' : body)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, resolve)
  })
  return server
}

async function answer(
  { registry, problems }: Options,
  url: string,
): Promise<{ status: number; type: string; body: string }> {
  const json = (status: number, body: object) => ({
    status,
    type: 'application/json',
    body: JSON.stringify(body),
  })
  switch (url.split('?')[0]) {
    case '/healthz':
      return json(200, { status: 'ok' })
    case '/readyz': {
      const found = problems()
      return json(found.length === 0 ? 200 : 503, { ready: found.length === 0, problems: found })
    }
    case '/metrics':
      return { status: 200, type: registry.contentType, body: await registry.metrics() }
    default:
      return json(404, { code: 'not_found' })
  }
}
