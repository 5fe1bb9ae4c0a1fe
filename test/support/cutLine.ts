import { connect, createServer, type Server, type Socket } from 'node:net'

export interface CutLine {
  port: number
  /** Breaks every connection and takes no new ones, as when the other side has gone away. */
  cut(): Promise<void>
  /** Takes connections again, on the same port. */
  mend(): Promise<void>
}

/** A line to a local TCP port that a test can cut and mend. */
export async function cutLine(to: number): Promise<CutLine> {
  const sockets = new Set<Socket>()
  const lay = (port: number) =>
    new Promise<Server>((resolve, reject) => {
      const server = createServer((near) => {
        const far = connect(to, '127.0.0.1')
        for (const socket of [near, far]) {
          sockets.add(socket)
          socket.once('close', () => sockets.delete(socket))
          socket.on('error', () => undefined)
        }
        near.pipe(far).pipe(near)
        near.once('close', () => far.destroy())
        far.once('close', () => near.destroy())
      })
      server.once('error', reject)
      server.listen(port, '127.0.0.1', () => resolve(server))
    })
  let server = await lay(0)
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    port,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    async mend() {
      server = await lay(port)
    },
  }
}
