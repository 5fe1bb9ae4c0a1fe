import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Intranet {
  /** `SITE` (http://…), `HOST` (host:port) and `FILE` (a file: address) in a text become addresses that nothing may reach. */
  addressed(text: string): string
  /** Connections and datagrams so far. A connection counts before a byte is sent. */
  knocks(): number
  /** Comes in as anybody could: the door is one that opens. */
  knock(): Promise<void>
  close(): Promise<void>
}

/** A server and a file that hostile templates are told to reach. It listens for TCP and UDP on one port. */
export async function openIntranet(): Promise<Intranet> {
  let knocks = 0
  const server = createServer((socket) => {
    knocks += 1
    socket.on('error', () => undefined)
    socket.end('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\nINTRANET')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const udp = createSocket('udp4', () => {
    knocks += 1
  })
  await new Promise<void>((resolve) => udp.bind(port, '127.0.0.1', resolve))
  const folder = await mkdtemp(path.join(tmpdir(), 'slipway-secret-'))
  const file = path.join(folder, 'secret.html')
  await writeFile(file, 'SECRET')
  const [host, secret] = [`127.0.0.1:${port}`, pathToFileURL(file).href]

  return {
    addressed: (text) =>
      text.replaceAll('SITE', `http://${host}`).replaceAll('HOST', host).replaceAll('FILE', secret),
    knocks: () => knocks,
    async knock() {
      await once(connect(port, '127.0.0.1').resume(), 'close')
      const sender = createSocket('udp4')
      await new Promise((resolve) => sender.send('a', port, '127.0.0.1', resolve))
      await new Promise((resolve) => setTimeout(resolve, 100))
      sender.close()
    },
    async close() {
      udp.close()
      server.close()
      await rm(folder, { recursive: true })
    },
  }
}
