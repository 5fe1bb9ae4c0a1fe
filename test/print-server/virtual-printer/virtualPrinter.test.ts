import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { PDFDocument } from 'pdf-lib'
import { safeName } from '../../../print-server/virtual-printer/paperTray.js'
import {
  startVirtualPrinter,
  type VirtualPrinter,
} from '../../../print-server/virtual-printer/virtualPrinter.js'
import type { Sheets } from '../../../print-server/ipp/ippPrinter.js'
import { printerAt } from '../ipp/printerAt.js'
import { until } from '../until.js'
import { World } from '../world.js'

let folder: string
let printer: VirtualPrinter

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'slipway-virtual-'))
  printer = await startVirtualPrinter({ port: 0, folder, msPerPage: 30 })
})
afterEach(async () => {
  await printer.close()
  await rm(folder, { recursive: true, force: true })
})

async function pages(count: number): Promise<Buffer> {
  const document = await PDFDocument.create()
  for (let page = 0; page < count; page += 1) document.addPage([683.15, 396])
  return Buffer.from(await document.save())
}

function sheets(bytes: Buffer): Sheets {
  return { format: 'application/pdf', bytes }
}

function url(where: string): string {
  return `http://127.0.0.1:${printer.port}${where}`
}

async function control(body: object): Promise<Response> {
  const headers = { 'Content-Type': 'application/json' }
  return fetch(url('/control'), { method: 'POST', headers, body: JSON.stringify(body) })
}

/** Prints directly and waits for the end; answers the job as the printer tells it. */
async function print(name: string, pdf: Buffer) {
  const client = printerAt(printer.uri)
  const { id } = await client.printJob(name, {}, sheets(pdf))
  for (;;) {
    const job = await client.job(id)
    if (!job || ['completed', 'aborted', 'canceled'].includes(job.state)) return job
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('the virtual printer', () => {
  it('files what it prints as PDF, under the day, the job and its name', async () => {
    const pdf = await pages(3)
    const job = await print('送货单 SH20261123-0001 [1f9c2a7b]', pdf)
    expect(job).toMatchObject({ state: 'completed', impressions: 3, kOctets: Math.ceil(pdf.length / 1024) })
    const files = await papers()
    expect(files).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d-1-送货单-SH20261123-0001-1f9c2a7b\.pdf$/)])
    expect(await readFile(path.join(folder, files[0] ?? ''))).toEqual(pdf)
  })

  it('goes on with its numbers after a restart and keeps its identity', async () => {
    await print('a', await pages(1))
    const { uuid } = await printerAt(printer.uri).describe()
    await printer.close()
    printer = await startVirtualPrinter({ port: 0, folder, msPerPage: 1 })
    expect((await print('b', await pages(1)))?.id).toBe(2)
    expect((await printerAt(printer.uri).describe()).uuid).toBe(uuid)
  })

  it('prints one job after the other, in order', async () => {
    const client = printerAt(printer.uri)
    const pdf = await pages(2)
    for (const name of ['a', 'b', 'c']) await client.printJob(name, {}, sheets(pdf))
    const states = (await client.jobs()).map(({ state }) => state)
    expect(states.filter((state) => state === 'processing').length).toBeLessThanOrEqual(1)
    await waitForPapers(3)
    expect((await papers()).map((file) => file.split('-').slice(3).join('-')).sort()).toEqual([
      '1-a.pdf',
      '2-b.pdf',
      '3-c.pdf',
    ])
  })

  it('aborts what is no PDF and prints nothing', async () => {
    expect(await print('nonsense', Buffer.from('hello'))).toMatchObject({ state: 'aborted', impressions: 0 })
    expect(await papers()).toEqual([])
  })

  it('keeps a job without its document waiting, lets others pass, and cancels it', async () => {
    const client = printerAt(printer.uri)
    const { id } = await client.createJob('empty', {})
    expect(await client.job(id)).toMatchObject({ state: 'held', reasons: ['job-data-insufficient'] })
    expect(await print('other', await pages(1))).toMatchObject({ state: 'completed' })
    await client.cancelJob(id)
    expect(await client.job(id)).toMatchObject({ state: 'canceled' })
    await expect(client.sendDocument(id, sheets(await pages(1)))).rejects.toMatchObject({ status: 0x0404 })
    await expect(client.cancelJob(id)).rejects.toMatchObject({ status: 0x0404 })
    expect(await client.job(999)).toBeNull()
  })

  it('stops for a person and goes on in the middle of a job', async () => {
    const client = printerAt(printer.uri)
    const { id } = await client.printJob('long', {}, sheets(await pages(80)))
    await until(async () => (await client.job(id))?.impressions, 'the first page')
    expect((await control({ state: 'stopped', reasons: ['media-empty'] })).status).toBe(200)
    expect(await client.describe()).toMatchObject({ state: 'stopped', reasons: ['media-empty'] })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(await client.job(id)).toMatchObject({ state: 'processing-stopped' })
    await control({ state: 'idle' })
    await until(async () => (await client.job(id))?.state === 'completed', 'the last page')
    expect(await client.job(id)).toMatchObject({ impressions: 80 })
    expect(await papers()).toHaveLength(1)
  })

  it.each([
    { state: 'broken' },
    { state: 'stopped', reasons: ['<b>'] },
    { state: 'stopped', reasons: [1] },
    {},
  ])('refuses the control %j', async (body) => {
    expect((await control(body)).status).toBe(400)
  })

  it('is not controlled by the pages of others', async () => {
    const headers = { Origin: 'http://evil.example', 'Content-Type': 'application/x-www-form-urlencoded' }
    const body = 'state=stopped'
    expect((await fetch(url('/control'), { method: 'POST', headers, body })).status).toBe(403)
  })

  it('shows the papers with links to the PDFs, in both languages', async () => {
    const pdf = await pages(1)
    await print('送货单 <1>', pdf)
    const zh = await (await fetch(url('/'))).text()
    expect(zh).toContain('虚拟打印机')
    const link = /href="(\/paper\/[^"]+)"/.exec(zh)?.[1] ?? ''
    const response = await fetch(url(link))
    expect(response.headers.get('content-type')).toBe('application/pdf')
    expect(Buffer.from(await response.arrayBuffer())).toEqual(pdf)
    const english = await fetch(url('/'), { headers: { 'Accept-Language': 'en-GB' } })
    expect(await english.text()).toContain('Virtual printer')
  })

  it.each(['/paper/..%2Fpackage.json', '/paper/2026-11-23-1-x.pdf', '/paper/.2026-11-23-1-x.pdf.part', '/x'])(
    'gives out nothing at %s',
    async (where) => {
      expect((await fetch(url(where))).status).toBe(404)
    },
  )

  it('answers what is no IPP with an error and lives on', async () => {
    const answers = await Promise.all(
      ['', 'hello', '\x02\x00\x00\x0b'].map((body) => fetch(url('/ipp/print'), { method: 'POST', body })),
    )
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400])
    expect((await printerAt(printer.uri).describe()).state).toBe('idle')
  })

  it('passes the IPP/1.1 conformance suite of CUPS', async () => {
    const file = path.join(folder, 'suite.pdf')
    await writeFile(file, await pages(1))
    const args = ['-tI', '-f', file, '-d', 'filetype=application/pdf', printer.uri, 'ipp-1.1.test']
    const { stdout } = await promisify(execFile)('ipptool', args).catch((error: { stdout?: string }) => ({
      stdout: error.stdout ?? '',
    }))
    expect(stdout).toContain('Print-Job Operation')
    expect(stdout.split('\n').filter((line) => line.includes('[FAIL]'))).toEqual([])
  })

  it('prints what the print server delivers', async () => {
    const world = await World.start()
    try {
      const job = world.api.addJob(world.api.addPrinter(printer.uri), { pdf: await pages(3) })
      await world.startServer()
      expect(await world.ended(job)).toEqual(['printed'])
      expect(job).toMatchObject({ impressions: 3, possiblyIncomplete: false })
      expect(await papers()).toHaveLength(1)
    } finally {
      await world.close()
    }
  })

  it('makes file names that every system takes', () => {
    expect(safeName('../../etc/passwd\0')).toBe('etc-passwd')
    expect(safeName('***')).toBe('untitled')
    expect(Buffer.byteLength(safeName('单'.repeat(300)))).toBeLessThanOrEqual(150)
  })
})

/** What is filed; a file that is still being written has another name. */
async function papers(): Promise<string[]> {
  return (await readdir(folder)).filter((file) => !file.startsWith('.'))
}

function waitForPapers(count: number): Promise<void> {
  return until(async () => (await papers()).length >= count, `${count} papers`)
}
