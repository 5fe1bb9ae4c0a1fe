import net from 'node:net'
import tls from 'node:tls'
import type { SeenCertificate } from '../protocol.js'
import { IppError } from './ippError.js'
import { seenCertificate } from './seenCertificate.js'

/** Where a printer listens and how it proves who it is. */
export interface Target {
  host: string
  port: number
  secure: boolean
  /** PEM of the authority that signed the printer's certificate. */
  ca?: string
  /** SHA-256 of the printer's own certificate in lower-case hex: most printers sign their own. */
  pinSha256?: string
}

/**
 * Opens the connection, over TLS including the check of the certificate, before a byte of a request exists. So an
 * error from here (phase `connect`) always means that the printer got nothing.
 */
export function connect(target: Target, timeoutMs: number, signal: AbortSignal): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(failure('aborted', 'aborted before connecting'))
    const socket = target.secure ? tls.connect(tlsOptions(target)) : net.connect(target.port, target.host)
    let tcpOpen = false

    const settle = (error: IppError | null) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', onAbort)
      socket.off('error', onError)
      if (error) {
        // A socket may report more than one fault while it dies.
        socket.on('error', () => undefined)
        socket.destroy()
        reject(error)
      } else resolve(socket)
    }
    const onAbort = () => settle(failure('aborted', 'aborted while connecting'))
    const onError = (error: NodeJS.ErrnoException) => settle(describe(error, target.secure && tcpOpen))
    const timer = setTimeout(
      () => settle(failure('timeout', `no connection within ${timeoutMs} ms`)),
      timeoutMs,
    )

    signal.addEventListener('abort', onAbort, { once: true })
    socket.on('error', onError)
    socket.once('connect', () => {
      tcpOpen = true
      if (!(socket instanceof tls.TLSSocket)) settle(null)
    })
    socket.once('secureConnect', () => settle(certificateFault(socket, target)))
  })
}

function tlsOptions(target: Target): tls.ConnectionOptions {
  return {
    host: target.host,
    port: target.port,
    ...(net.isIP(target.host) === 0 && { servername: target.host }),
    ...(target.ca !== undefined && { ca: target.ca }),
    // Judged below, before anything is sent: whoever is to trust a certificate must be shown it.
    rejectUnauthorized: false,
  }
}

function certificateFault(socket: net.Socket, target: Target): IppError | null {
  if (!(socket instanceof tls.TLSSocket)) return null
  const shown = socket.getPeerX509Certificate()
  const seen = shown && seenCertificate(shown)
  const isTrusted =
    target.pinSha256 === undefined ? socket.authorized : seen?.fingerprint === target.pinSha256
  if (isTrusted) return null
  const why = target.pinSha256 === undefined ? String(socket.authorizationError) : 'not the pinned one'
  return failure('tls', `the printer's certificate ${seen?.fingerprint ?? ''}: ${why}`, seen)
}

function describe(error: NodeJS.ErrnoException, handshaking: boolean): IppError {
  const network = error.code === 'ECONNRESET' || error.code === 'EPIPE'
  return failure(handshaking && !network ? 'tls' : 'connect', error.code ?? error.message)
}

function failure(
  kind: 'aborted' | 'timeout' | 'connect' | 'tls',
  message: string,
  certificate?: SeenCertificate,
): IppError {
  return new IppError(kind, message, { phase: 'connect', certificate })
}
