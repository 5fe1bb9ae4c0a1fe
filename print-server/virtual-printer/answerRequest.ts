import { open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { IppError } from '../ipp/ippError.js'
import { answerIpp } from './answerIpp.js'
import { readControl } from './control.js'
import { paperPage } from './paperPage.js'
import { listPapers, paperPath } from './paperTray.js'
import type { Identity } from './printerAttributes.js'
import type { PrintQueue } from './printQueue.js'

interface Printer {
  queue: PrintQueue
  identity: Identity
  folder: string
}

const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024
const MAX_CONTROL_BYTES = 4096
const PAPERS_SHOWN = 200

/** Everything on the printer's port: IPP, the page with the printed papers, and the control. Never throws. */
export async function answerRequest(
  request: IncomingMessage,
  response: ServerResponse,
  printer: Printer,
): Promise<void> {
  try {
    const url = new URL(request.url ?? '/', 'http://printer')
    if (request.method === 'POST' && url.pathname === '/control')
      return await control(request, response, printer, url)
    if (request.method === 'POST') return await ipp(request, response, printer)
    if (url.pathname === '/') return await page(request, response, printer, url)
    if (url.pathname.startsWith('/paper/')) return await paper(response, printer, url)
    plain(response, 404, 'not found')
  } catch (error) {
    // The peer went away in the middle, or sent what is no IPP: neither is a matter for the printer.
    if (response.headersSent) response.destroy()
    else plain(response, statusFor(error), error instanceof IppError ? error.message : 'failed')
  }
}

function statusFor(error: unknown): number {
  if (error instanceof URIError || error instanceof TypeError) return 400
  if (error instanceof IppError) return error.kind === 'protocol' ? 400 : 500
  const isMissing = typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
  return isMissing ? 404 : 500
}

async function ipp(request: IncomingMessage, response: ServerResponse, printer: Printer): Promise<void> {
  const body = await readBody(request, MAX_DOCUMENT_BYTES)
  if (!body) return plain(response, 413, 'the document is too large')
  const reply = answerIpp(body, printer.queue, printer.identity)
  response.writeHead(200, { 'Content-Type': 'application/ipp', 'Content-Length': reply.length })
  response.end(reply)
}

async function control(
  request: IncomingMessage,
  response: ServerResponse,
  printer: Printer,
  url: URL,
): Promise<void> {
  // Forms of other web pages must not reach the printer.
  const { origin, host } = request.headers
  if (origin !== undefined && origin !== `http://${host}`)
    return plain(response, 403, 'not from another page')
  const body = await readBody(request, MAX_CONTROL_BYTES)
  const wish = body && readControl(request.headers['content-type'] ?? '', body.toString('utf8'))
  if (!wish) return plain(response, 400, 'expected {"state":"stopped"|"idle","reasons":["media-empty"]}')
  printer.queue.control(wish.state, wish.reasons)
  if (url.searchParams.has('lang')) {
    response.writeHead(303, { Location: `/?lang=${languageOf(request, url)}` }).end()
  } else {
    response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(wish))
  }
}

async function page(
  request: IncomingMessage,
  response: ServerResponse,
  printer: Printer,
  url: URL,
): Promise<void> {
  const { queue, folder } = printer
  const html = paperPage(
    {
      state: queue.state === 'stopped' ? 'stopped' : queue.isPrinting ? 'processing' : 'idle',
      reasons: queue.reasons,
      waiting: queue.waiting.length,
      papers: await listPapers(folder, PAPERS_SHOWN),
    },
    languageOf(request, url),
  )
  response.writeHead(200, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'",
  })
  response.end(html)
}

async function paper(response: ServerResponse, printer: Printer, url: URL): Promise<void> {
  const file = paperPath(printer.folder, decodeURIComponent(url.pathname.slice('/paper/'.length)))
  if (!file) return plain(response, 404, 'not found')
  const handle = await open(file)
  response.writeHead(200, { 'Content-Type': 'application/pdf' })
  await pipeline(handle.createReadStream(), response)
}

function languageOf(request: IncomingMessage, url: URL): 'zh' | 'en' {
  const wanted = url.searchParams.get('lang') ?? request.headers['accept-language'] ?? 'zh'
  return wanted.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

/** The whole body, or null when it is larger than allowed. Rejects when the peer breaks off. */
async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | null> {
  const chunks: Buffer[] = []
  let length = 0
  const stream: AsyncIterable<Buffer> = request
  for await (const chunk of stream) {
    length += chunk.length
    if (length > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function plain(response: ServerResponse, status: number, text: string): void {
  response
    .writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' })
    .end(`${text}\n`)
}
