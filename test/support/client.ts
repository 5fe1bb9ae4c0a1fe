import { at } from './at.js'

/** A record as the API speaks it. */
export type Rec = Record<string, unknown> & { id: number; version: number }

export type Headers = Record<string, string>

export interface Reply {
  status: number
  header(name: string): string | null
  /** The parsed JSON, or null when the reply is none. */
  body: unknown
  text: string
}

/** Speaks HTTP to a running API as one caller, in Chinese unless a header says otherwise. Paths begin below `/api`. */
export class Client {
  /** @param headers makes the headers that say who asks */
  constructor(
    readonly url: string,
    readonly headers: () => Promise<Headers>,
  ) {}

  get = (path: string, headers?: Headers) => this.send('GET', path, undefined, headers)
  post = (path: string, body?: unknown, headers?: Headers) => this.send('POST', path, body, headers)
  put = (path: string, body?: unknown, headers?: Headers) => this.send('PUT', path, body, headers)
  delete = (path: string, headers?: Headers) => this.send('DELETE', path, undefined, headers)

  /** The same caller, answered in English. */
  inEnglish = () =>
    new Client(this.url, async () => ({ ...(await this.headers()), 'Accept-Language': 'en-GB,en;q=0.9' }))

  /** Creates a record that must be accepted, and answers it. */
  create = async (resource: string, body: unknown) => record(await this.post(`/${resource}`, body), 201)

  read = async (resource: string, id: number) => record(await this.get(`/${resource}/${id}`), 200)

  update = async (resource: string, id: number, body: unknown) =>
    record(await this.put(`/${resource}/${id}`, body), 200)

  /** Runs an action that must succeed, and answers the record that it changed or made. */
  act = async (resource: string, id: number, action: string, input?: unknown) =>
    record(await this.post(`/${resource}/${id}/${action}`, input), 200)

  /** The records of a filtered list, oldest first. */
  async list(resource: string, filter: object = {}): Promise<Rec[]> {
    const query = new URLSearchParams({ filter: JSON.stringify(filter), sort: '["id","ASC"]' })
    const reply = await this.get(`/${resource}?${query.toString()}`)
    if (reply.status !== 200 || !Array.isArray(reply.body)) throw new Error(refusal(reply))
    return reply.body.map(asRec)
  }

  /** Sends a text or bytes as they are, anything else as JSON. */
  async send(method: string, path: string, body?: unknown, headers: Headers = {}): Promise<Reply> {
    const raw = typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body)
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(await this.headers()),
        ...headers,
      },
      ...(body !== undefined && { body: raw }),
    })
    const text = await response.text()
    return { status: response.status, header: (name) => response.headers.get(name), body: parsed(text), text }
  }
}

export function asRec(value: unknown): Rec {
  if (!isRec(value)) throw new Error(`This is no record: ${JSON.stringify(value)}`)
  return value
}

const isRec = (value: unknown): value is Rec => typeof at(value, 'id') === 'number'

function record(reply: Reply, status: number): Rec {
  if (reply.status !== status) throw new Error(refusal(reply))
  return asRec(reply.body)
}

const refusal = ({ status, text }: Reply) => `The API answered ${status}: ${text.slice(0, 2000)}`

function parsed(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return null
  }
}
