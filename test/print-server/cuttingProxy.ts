import net from 'node:net'

export interface CuttingProxy {
  port: number
  /** Breaks the next connection that carries more than `bytes` towards the printer: the upload itself, or only its answer. */
  cutNext(bytes: number, what: 'upload' | 'answer'): void
  close(): Promise<void>
}

/** A bad cable to a printer on this machine. */
export async function startCuttingProxy(printerPort: number): Promise<CuttingProxy> {
  const open = new Set<net.Socket>()
  let cut: { bytes: number; what: 'upload' | 'answer' } | null = null
  const server = net.createServer((client) => {
    const printer = net.connect(printerPort, 'localhost')
    let sent = 0
    let isCut = false
    let answerIsCut = false
    const breakBoth = () => {
      client.destroy()
      printer.destroy()
    }
    for (const socket of [client, printer]) {
      open.add(socket)
      socket.on('error', breakBoth).on('close', () => open.delete(socket))
    }
    client.on('data', (bytes: Buffer) => {
      if (isCut) return
      const room = cut ? cut.bytes - sent : Infinity
      sent += bytes.length
      if (bytes.length <= room) {
        printer.write(bytes)
        return
      }
      isCut = cut?.what === 'upload'
      answerIsCut = cut?.what === 'answer'
      cut = null
      if (isCut) printer.write(bytes.subarray(0, room), breakBoth)
      else printer.write(bytes)
    })
    printer.on('data', (bytes: Buffer) => (answerIsCut ? breakBoth() : client.write(bytes)))
    client.on('close', () => printer.end())
    printer.on('close', () => client.end())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    cutNext: (bytes, what) => (cut = { bytes, what }),
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
