import type { FoundPrinter } from '../protocol.js'

const LONGEST = 120
const DEFAULT_PATH = 'ipp/print'
const UUID = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i
const HOST = /^[a-z0-9](?:[a-z0-9.-]{0,200}[a-z0-9])?$/i
const PATH = /^[\w\-./~%]{1,100}$/

/** What an announcement says, cleaned and bounded; null where it names no address that could be a printer's. */
export function foundPrinter(service: unknown): FoundPrinter | null {
  if (!isObject(service)) return null
  const txt = isObject(service.txt) ? service.txt : {}
  const { port } = service
  const host = hostOf(service)
  if (host === null || typeof port !== 'number' || !Number.isInteger(port) || port < 1 || port > 65_535)
    return null
  const path = words(txt.rp).replace(/^\/+/, '')
  const model = words(txt.ty) || words(txt.product).replaceAll(/^\(|\)$/g, '')
  return {
    uri: `${service.type === 'ipps' ? 'ipps' : 'ipp'}://${host}:${port}/${PATH.test(path) ? path : DEFAULT_PATH}`,
    name: words(service.name) || model || host,
    model,
    location: words(txt.note),
    formats: formatsOf(txt.pdl),
    uuid: uuidOf(txt.UUID),
  }
}

/** Its IPv4 address: the name ends in `.local`, which servers and containers seldom resolve. */
function hostOf({ addresses, host }: Record<string, unknown>): string | null {
  const found = (Array.isArray(addresses) ? addresses : []).map(String)
  const address = found.find((one) => /^\d{1,3}(\.\d{1,3}){3}$/.test(one) && !one.startsWith('169.254.'))
  const name = words(host).replace(/\.$/, '')
  return address ?? (HOST.test(name) ? name.toLowerCase() : null)
}

const uuidOf = (value: unknown): string | null => {
  const [, uuid] = UUID.exec(words(value)) ?? []
  return uuid ? `urn:uuid:${uuid.toLowerCase()}` : null
}

const formatsOf = (value: unknown): string[] => [
  ...new Set(
    words(value, 400)
      .split(',')
      .map((format) => format.trim().toLowerCase())
      .filter((format) => /^[a-z]+\/[\w.+-]{1,60}$/.test(format))
      .slice(0, 12),
  ),
]

/** One line without control characters; empty for what is no text. */
const words = (value: unknown, most = LONGEST): string =>
  typeof value === 'string'
    ? value
        .replace(/[\p{Cc}\p{Cf}\uFFFD]/gu, ' ')
        .replaceAll(/\s+/g, ' ')
        .trim()
        .slice(0, most)
    : ''

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
