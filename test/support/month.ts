import { execFile } from 'node:child_process'
import path from 'node:path'
import { archivePdf } from '../../api/domain/printing/protocol/archivePdf.js'
import { write } from '../../api/engine/unitOfWork.js'
import type { Client, Rec } from './client.js'
import type { House } from './house.js'
import { until } from './until.js'

/** The present month of the house. */
export const thisMonth = (): string => new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 7)

/** Waits for a month export to end, well or badly. */
export const ended = (auditor: Client, id: number): Promise<Rec> =>
  until(
    () => auditor.read('month-exports', id),
    ({ status }) => status === 'ready' || status === 'failed',
  )

/** The bytes of a finished export. */
export async function zipOf(auditor: Client, id: number): Promise<Buffer> {
  const response = await fetch(`${auditor.url}/month-exports/${id}/zip`, { headers: await auditor.headers() })
  if (response.status !== 200)
    throw new Error(`The ZIP is answered ${response.status}: ${await response.text()}`)
  return Buffer.from(await response.arrayBuffer())
}

/** Archives some bytes as the PDF of a document, as the print server's upload does. */
export async function archive(house: House, document: Rec, bytes: Buffer): Promise<void> {
  const job = await house.jobOf(document)
  const { db, catalog } = house.api
  const who = { kind: 'system', id: null, username: 'test', name: 'test', roles: [] } as const
  await write({ db, catalog, who, requestId: 'test' }, (context) =>
    archivePdf(context, job.id, bytes, 'drawn'),
  )
}

/** Runs the verifier that lies in an unpacked month. */
export function verify(folder: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [path.join(folder, 'verify.mjs')], (error, said) => {
      resolve({ code: error ? Number(error.code) : 0, said })
    })
  })
}
