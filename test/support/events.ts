import type { Client } from './client.js'

export interface ServerEvent {
  seq: number
  resource: string
  id: number
  version: number | null
}

export interface EventReader {
  status: number
  /** What has come so far, in order. */
  events: ServerEvent[]
  /** Names of events that are no changes, e.g. `revoked`. */
  signals: string[]
  /** Resolves with the first event that fits, also when it has come already. */
  until(fits: (event: ServerEvent) => boolean): Promise<ServerEvent>
  /** Resolves when the server has ended the stream. */
  ended: Promise<void>
  close(): void
}

/** Opens the stream of server-sent events as that caller. */
export async function openEvents(client: Client, lastEventId?: number): Promise<EventReader> {
  const stopping = new AbortController()
  const response = await fetch(`${client.url}/events`, {
    headers: {
      ...(await client.headers()),
      ...(lastEventId !== undefined && { 'Last-Event-ID': String(lastEventId) }),
    },
    signal: stopping.signal,
  })
  const events: ServerEvent[] = []
  const signals: string[] = []
  let tell: () => void = () => undefined
  let news = new Promise<void>((resolve) => (tell = resolve))
  const ended = read(response, (name, data) => {
    if (name) signals.push(name)
    else events.push(eventOf(data))
    tell()
    news = new Promise((resolve) => (tell = resolve))
  })

  return {
    status: response.status,
    events,
    signals,
    ended,
    close: () => stopping.abort(),
    async until(fits) {
      for (;;) {
        const found = events.find(fits)
        if (found) return found
        const over = await Promise.race([news.then(() => false), ended.then(() => true)])
        if (over && !events.some(fits)) throw new Error('The stream ended before the event came.')
      }
    },
  }
}

async function read(
  response: Response,
  hear: (name: string | undefined, data: string) => void,
): Promise<void> {
  let rest = ''
  const decoder = new TextDecoder()
  try {
    for await (const chunk of response.body ?? []) {
      rest += decoder.decode(chunk, { stream: true })
      const blocks = rest.split('\n\n')
      rest = blocks.pop() ?? ''
      for (const block of blocks) {
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (data !== undefined) hear(/^event: (.*)$/m.exec(block)?.[1], data)
      }
    }
  } catch {
    // Closed from here, or cut: ended either way.
  }
}

function eventOf(data: string): ServerEvent {
  const { seq, resource, id, version } = Object(JSON.parse(data))
  return {
    seq: Number(seq),
    resource: String(resource),
    id: Number(id),
    version: version === null ? null : Number(version),
  }
}
