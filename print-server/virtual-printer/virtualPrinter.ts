import { createHash } from 'node:crypto'
import http from 'node:http'
import path from 'node:path'
import { answerRequest } from './answerRequest.js'
import { filePaper, openTray } from './paperTray.js'
import { PrintQueue } from './printQueue.js'

export const IPP_PATH = '/ipp/print'

interface Options {
  port: number
  /** Where printed PDFs are filed. */
  folder: string
  /** A page takes this long, so that a person sees the states go by. */
  msPerPage: number
}

export interface VirtualPrinter {
  uri: string
  port: number
  close(): Promise<void>
}

const HOST = '127.0.0.1'

/** Starts the printer on the loopback interface; port 0 takes a free one. Rejects with the system's error. */
export async function startVirtualPrinter({ port, folder, msPerPage }: Options): Promise<VirtualPrinter> {
  const lastJobId = await openTray(folder)
  const queue = new PrintQueue({
    msPerPage,
    firstJobId: lastJobId + 1,
    file: (job, pdf) => filePaper(folder, job, pdf),
  })
  const server = http.createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, HOST, resolve)
  })
  const address = server.address()
  const bound = typeof address === 'object' && address ? address.port : port
  const uri = `ipp://${HOST}:${bound}${IPP_PATH}`
  const identity = { uri, uuid: uuidOf(folder), startedAt: Date.now() }
  server.on(
    'request',
    (request, response) => void answerRequest(request, response, { queue, identity, folder }),
  )

  return {
    uri,
    port: bound,
    async close() {
      server.closeAllConnections()
      await Promise.all([new Promise((resolve) => server.close(resolve)), queue.close()])
    },
  }
}

/** The same printer keeps its identity over restarts. */
function uuidOf(folder: string): string {
  const hex = createHash('sha256').update(path.resolve(folder)).digest('hex')
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ]
  return `urn:uuid:${parts.join('-')}`
}
