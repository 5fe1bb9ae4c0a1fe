import { isIPv4 } from 'node:net'

/** What the print server is told by its environment (design part 6). */
export interface Config {
  /** Without a slash at the end. */
  apiUrl: string
  token: string
  /** Health and metrics listen here. */
  host: string
  port: number
  /** Searches the network for printers: through all interfaces, or through that of an IPv4 address. */
  discovery?: { address: string | null } | null
}

const DEFAULT_PORT = 8081
const DEFAULT_HOST = '127.0.0.1'

/** Reads the environment; an empty variable counts as absent. `faults` holds one sentence for each wrong one. */
export function readConfig(env: Record<string, string | undefined>): { config: Config; faults: string[] } {
  const faults: string[] = []
  const given = (name: string) => env[name]?.trim() ?? ''
  return {
    config: {
      apiUrl: readApiUrl(given('API_URL'), faults),
      token: readToken(given('PRINT_SERVER_TOKEN'), faults),
      host: given('HOST') || DEFAULT_HOST,
      port: readPort('PRINT_SERVER_PORT', given('PRINT_SERVER_PORT'), DEFAULT_PORT, faults),
      discovery: readDiscovery(given('PRINTER_DISCOVERY'), faults),
    },
    faults,
  }
}

function readDiscovery(value: string, faults: string[]): Config['discovery'] {
  if (value === '' || value === '1') return { address: null }
  if (value === '0') return null
  if (isIPv4(value)) return { address: value }
  faults.push(
    `PRINTER_DISCOVERY is "${value}", but it must be 1 (search the network for printers), 0 (do not), or the IPv4 address of the interface to search through.`,
  )
  return null
}

/** A TCP port, or the fallback where none is given. */
export function readPort(name: string, value: string, fallback: number, faults: string[]): number {
  const port = value === '' ? fallback : Number(value)
  if (/^\d*$/.test(value) && port >= 1 && port <= 65_535) return port
  faults.push(`${name} is "${value}", but it must be a port number from 1 to 65535.`)
  return fallback
}

function readApiUrl(value: string, faults: string[]): string {
  if (value === '') {
    faults.push('API_URL is missing: set it to the address of the API, such as http://127.0.0.1:8080.')
    return ''
  }
  const url = URL.canParse(value) ? new URL(value) : null
  const usable = url && /^https?:$/.test(url.protocol) && url.search === '' && url.hash === ''
  if (!usable || url.username !== '' || url.password !== '') {
    faults.push(
      'API_URL must be an http or https address without credentials, such as http://127.0.0.1:8080.',
    )
  }
  return value.replace(/\/+$/, '')
}

function readToken(value: string, faults: string[]): string {
  if (value === '') {
    faults.push("PRINT_SERVER_TOKEN is missing: set it to an API key of this print server's site.")
  } else if (!/^[\x21-\x7e]+$/.test(value)) {
    faults.push('PRINT_SERVER_TOKEN holds characters that no API key has; copy the key again.')
  }
  return value
}
