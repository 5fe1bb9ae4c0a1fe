import type http from 'node:http'

export type FaultKind =
  | 'hang'
  | 'drop'
  | 'drop-upload'
  | 'lost-answer'
  | 'truncate'
  | 'html'
  | 'garbage'
  | 'endless'
  | 'wrong-id'
  | 'http-401'
  | 'http-426'
  | 'http-503'
  | `status:${string}`

export interface Fault {
  operation: string
  kind: FaultKind
  /** How often it strikes; once by default. */
  times?: number
}

/** Sends a reply, spoiled as the fault says. */
export function sendFaulty(
  request: http.IncomingMessage,
  response: http.ServerResponse,
  bytes: Buffer,
  fault: FaultKind | undefined,
): void {
  const ipp = { 'Content-Type': 'application/ipp' }
  switch (fault) {
    case 'lost-answer':
      return void request.socket.destroy()
    case 'truncate':
      response.writeHead(200, { ...ipp, 'Content-Length': bytes.length })
      response.write(bytes.subarray(0, bytes.length >> 1), () => request.socket.destroy())
      return
    case 'html':
      return void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Welcome</h1>')
    case 'garbage':
      return void response.writeHead(200, ipp).end(Buffer.alloc(300, 0x44))
    case 'wrong-id':
      bytes.writeUInt32BE(1, 4)
      return void response.writeHead(200, ipp).end(bytes)
    case 'endless': {
      response.writeHead(200, ipp)
      const pour = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 0x21)));
      }
      response.on('drain', pour)
      pour()
      return
    }
    default:
      response.writeHead(200, ipp).end(bytes)
  }
}
