import type { ClaimedPrinter } from '../protocol.js'
import type { Destination } from './exchange.js'

const IPP_PORT = 631

/** Where to connect and what to call the printer in IPP (`printer-uri`, always without credentials). */
export interface PrinterAddress {
  destination: Destination
  uri: string
}

/**
 * Reads a printer's URI (`ipp://`, `ipps://`, or the same as `http(s)://`) and its credentials; sign-in is Basic. Answers
 * null when the URI names no printer.
 */
export function printerAddress(printer: ClaimedPrinter): PrinterAddress | null {
  const match = /^(ipps?|https?):\/\//i.exec(printer.uri)
  if (!match) return null
  const scheme = (match[1] ?? '').toLowerCase()
  const secure = scheme === 'ipps' || scheme === 'https'
  // URL parses hosts and paths fully only for the schemes that it knows.
  const web = printer.uri.replace(/^[a-z]+/i, secure ? 'https' : 'http')
  if (!URL.canParse(web)) return null
  const url = new URL(web)
  const defaultPort = scheme.startsWith('http') ? (secure ? 443 : 80) : IPP_PORT
  const port = url.port === '' ? defaultPort : Number(url.port)
  const { username, password, tlsCa, tlsPin } = printer.credentials ?? {}
  return {
    uri: `${secure ? 'ipps' : 'ipp'}://${url.hostname}${port === IPP_PORT ? '' : `:${port}`}${url.pathname}`,
    destination: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port,
      secure,
      path: url.pathname + url.search,
      ...(tlsCa !== undefined && { ca: tlsCa }),
      ...(tlsPin !== undefined && { pinSha256: tlsPin.replaceAll(':', '').toLowerCase() }),
      ...(username !== undefined && { authorization: basic(username, password ?? '') }),
    },
  }
}

function basic(username: string, password: string): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
}
