import { connect, type Socket } from 'node:net'

export interface Call {
  method: 'GET' | 'POST' | 'PUT'
  path: string
  body?: unknown
}

export interface Target {
  port: number
  headers: Record<string, string>
}

export interface Measured {
  /** Answers per second. */
  rate: number
  /** ms */
  median: number
  calls: number
}

/**
 * Calls as fast as answers come, over that many kept connections, for so long or until `next` answers null. Plain
 * sockets, since a client that costs as much as the server would hide what the servers differ in. Any answer but a
 * 2xx is an error: a fast refusal is no result.
 */
export async function load(
  { port, headers }: Target,
  next: () => Call | null,
  { connections, ms }: { connections: number; ms: number },
): Promise<Measured> {
  const heads = Object.entries({ Host: `127.0.0.1:${port}`, ...headers })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
  const begun = performance.now()
  const took: number[] = []
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      for (let call = next(); call && performance.now() - begun < ms; call = next()) {
        const sent = performance.now()
        await exchange(socket, bytesOf(call, heads), call)
        took.push(performance.now() - sent)
      }
      socket.destroy()
    }),
  )
  const seconds = (performance.now() - begun) / 1000
  return { rate: took.length / seconds, median: medianOf(took), calls: took.length }
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

function bytesOf({ method, path, body }: Call, heads: string): string {
  const json = body === undefined ? '' : JSON.stringify(body)
  const content = json
    ? `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(json)}\r\n`
    : ''
  return `${method} ${path} HTTP/1.1\r\n${heads}${content}\r\n${json}`
}

/** Sends a request and waits for the whole answer; both servers send a Content-Length. */
function exchange(socket: Socket, bytes: string, call: Call): Promise<void> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let [have, want] = [0, Number.POSITIVE_INFINITY]
    const done = (error?: Error) => {
      socket.off('data', onData)
      socket.off('error', done)
      socket.off('close', onClose)
      if (error) reject(error)
      else resolve()
    }
    const onClose = () => done(new Error(`The server closed the connection at ${call.method} ${call.path}.`))
    const onData = (part: Buffer) => {
      parts.push(part)
      have += part.length
      if (want === Number.POSITIVE_INFINITY) want = lengthOf(Buffer.concat(parts))
      if (have < want) return
      const answer = Buffer.concat(parts)
      const isGood = answer.subarray(9, 10).toString('latin1') === '2'
      done(
        isGood
          ? undefined
          : new Error(`${call.method} ${call.path}: ${answer.toString('utf8').slice(0, 600)}`),
      )
    }
    socket.on('data', onData)
    socket.on('error', done)
    socket.on('close', onClose)
    socket.write(bytes)
  })
}

function lengthOf(head: Buffer): number {
  const end = head.indexOf('\r\n\r\n')
  if (end < 0) return Number.POSITIVE_INFINITY
  const length = /content-length: (\d+)/i.exec(head.subarray(0, end).toString('latin1'))?.[1]
  if (length === undefined) throw new Error('An answer without Content-Length.')
  return end + 4 + Number(length)
}
