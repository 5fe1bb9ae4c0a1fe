import { setTimeout as sleep } from 'node:timers/promises'
import type { Client, Rec, Reply } from '../support/client.js'
import { asRec } from '../support/client.js'
import { at } from '../support/at.js'

export interface CellError {
  row: number
  column: string
  head: string
  message: string
}

/** Uploads a file as it is. */
export const upload = (
  client: Client,
  target: string,
  file: string | Uint8Array,
  name = 'file.csv',
): Promise<Reply> =>
  client.send('POST', `/imports?target=${target}&fileName=${encodeURIComponent(name)}`, file, {
    'Content-Type': 'application/octet-stream',
  })

/** Uploads a file that must be taken; answers the import. */
export async function uploaded(client: Client, target: string, file: string | Uint8Array): Promise<Rec> {
  const reply = await upload(client, target, file)
  if (reply.status !== 201) throw new Error(`The upload was refused: ${reply.text}`)
  return asRec(reply.body)
}

const WORKING = ['checking', 'running', 'undoing']
const LONGEST_MS = 120_000

/** Waits until the work in the background has come to its end. */
export async function settled(client: Client, id: number): Promise<Rec> {
  for (const until = Date.now() + LONGEST_MS; Date.now() < until; await sleep(60)) {
    const record = await client.read('imports', id)
    if (!WORKING.includes(String(record.status))) return record
  }
  throw new Error(`Import ${id} does not come to an end.`)
}

/** Uploads and checks with the suggested mapping, or the given one. */
export async function checked(
  client: Client,
  target: string,
  file: string | Uint8Array,
  mapping?: Record<string, string>,
): Promise<Rec> {
  const { id, mapping: suggested } = await uploaded(client, target, file)
  await client.act('imports', id, 'check', { mapping: mapping ?? suggested })
  return settled(client, id)
}

/** Uploads, checks and imports; answers the import as it ended. */
export async function imported(client: Client, target: string, file: string | Uint8Array): Promise<Rec> {
  const { id, status } = await checked(client, target, file)
  if (status !== 'ready')
    throw new Error(`Not ready but ${String(status)}: ${JSON.stringify(await errorsOf(client, id))}`)
  await client.act('imports', id, 'run')
  return settled(client, id)
}

export async function undone(client: Client, id: number): Promise<Rec> {
  await client.act('imports', id, 'undo')
  return settled(client, id)
}

export async function errorsOf(client: Client, id: number): Promise<CellError[]> {
  const { body } = await client.get(`/imports/${id}/errors`)
  if (!Array.isArray(body)) throw new Error('No list of errors came.')
  return body.map((one) => ({
    row: Number(at(one, 'row')),
    column: String(at(one, 'column')),
    head: String(at(one, 'head')),
    message: String(at(one, 'message')),
  }))
}

/** Errors as short texts: `C3 请填写数字…`. */
export const errorTexts = async (client: Client, id: number): Promise<string[]> =>
  (await errorsOf(client, id)).map(({ row, column, message }) => `${column}${row} ${message}`)
