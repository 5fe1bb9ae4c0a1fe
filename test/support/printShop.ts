import { at } from './at.js'
import { asRec, type Client, type Rec, type Reply } from './client.js'
import { next, type House } from './house.js'

type Fields = Record<string, unknown>

/** What a claim gave, as far as tests go on from it. */
export interface Claimed {
  fence: number
  printerId: number
  job: Rec
}

/** A print server as the API sees it: it speaks the protocol and neither renders nor prints. */
export class PrintServer {
  constructor(
    readonly client: Client,
    readonly name: string,
  ) {}

  private post = (path: string, body: Fields) => this.client.post(`/print-server/v1${path}`, body)

  claim = (waitSeconds = 0, printers: number[] = []) =>
    this.post('/claim', { server: this.name, printers, waitSeconds })

  /** Claims what must be there. */
  claimed = async (waitSeconds = 0): Promise<Claimed> => claimedIn(await this.claim(waitSeconds))

  nextJob = (job: Rec, fence: number, wanted: Fields = {}) =>
    this.post(`/jobs/${job.id}/next`, { fence, ...wanted })
  content = (job: Rec) => this.client.get(`/print-server/v1/jobs/${job.id}/content`)
  pdf = (sha256: string) => this.client.get(`/print-server/v1/pdf/${sha256}`)

  archive = (job: Rec, fence: number, bytes: string | Uint8Array, type = 'application/pdf') =>
    this.client.send('PUT', `/print-server/v1/jobs/${job.id}/pdf?fence=${fence}`, bytes, {
      'Content-Type': type,
    })

  ahead = (job: Rec, most: number, held: number[] = []) => this.post(`/jobs/${job.id}/ahead`, { most, held })

  /** Archives the PDFs of several jobs at once. */
  archiveMany = (job: Rec, fence: number, pdfs: { jobId: number; pdf: string }[]) => {
    const head = JSON.stringify(pdfs.map(({ jobId, pdf }) => ({ jobId, bytes: Buffer.byteLength(pdf) })))
    const body = Buffer.from([`${head}\n`, ...pdfs.map(({ pdf }) => pdf)].join(''))
    return this.client.send('PUT', `/print-server/v1/jobs/${job.id}/pdfs?fence=${fence}`, body, {
      'Content-Type': 'application/vnd.slipway.pdfs',
    })
  }

  attempt = (job: Rec, fence: number, token = 'a1b2c3d4') =>
    this.post(`/jobs/${job.id}/attempt`, { fence, token, printerUuid: 'urn:uuid:1', printerUpTime: 60 })

  report = (job: Rec, fence: number, report: Fields) =>
    this.post(`/jobs/${job.id}/report`, { fence, ...report })
  printerState = (id: number, fence: number, state: Fields) =>
    this.post(`/printers/${id}/state`, { fence, ...state })
  due = () => this.post('/printers/due', {})
  look = (id: number, look: Fields) => this.post(`/printers/${id}/look`, look)
  renew = (id: number, fence: number) => this.post(`/leases/${id}/renew`, { fence })
  release = (id: number, fence: number) => this.post(`/leases/${id}/release`, { fence })

  /** Something to draw that is not printed; null when there is nothing. */
  takeRender = async (waitSeconds = 0): Promise<{ id: string; claim: string; content: unknown } | null> => {
    const { status, body, text } = await this.post('/renders/claim', { waitSeconds })
    if (status === 204) return null
    if (status !== 200) throw new Error(text)
    return { id: String(at(body, 'id')), claim: String(at(body, 'claim')), content: at(body, 'content') }
  }
  renewRender = (id: string, claim: string) => this.post(`/renders/${id}/renew`, { claim })
  failRender = (id: string, claim: string, fault: Fields) =>
    this.post(`/renders/${id}/failed`, { claim, ...fault })
  putRender = (id: string, claim: string, bytes: string) =>
    this.client.send('PUT', `/print-server/v1/renders/${id}/pdf?claim=${claim}`, bytes, {
      'Content-Type': 'application/pdf',
    })

  /** Takes a claimed job up to the moment when the printer has it. */
  async send({ job, fence }: Claimed): Promise<void> {
    for (const step of [
      () => this.report(job, fence, { status: 'rendering' }),
      () => this.archive(job, fence, pdfOf(job)),
      () => this.attempt(job, fence),
      () =>
        this.report(job, fence, { status: 'accepted', attempt: { n: 1, state: 'accepted', ippJobId: 7 } }),
    ]) {
      const { status, text } = await step()
      if (status !== 200) throw new Error(text)
    }
  }
}

/** Bytes that pass for the PDF of that job. */
export const pdfOf = (job: Rec, version = 1): string => `%PDF-1.7 job ${job.id} version ${version}`

export function claimedIn(reply: Reply): Claimed {
  if (reply.status !== 200) throw new Error(`Nothing was claimed: ${reply.status} ${reply.text}`)
  return {
    fence: Number(at(reply.body, 'lease.fence')),
    printerId: Number(at(reply.body, 'lease.printerId')),
    job: asRec(at(reply.body, 'job')),
  }
}

export interface PrintShop {
  site: string
  printer: Rec
  server: PrintServer
  /** Another process of the same site. */
  other: PrintServer
  /** Queues a delivery note here; answers its print job. */
  job: (input?: Fields) => Promise<Rec>
  /** The job as people see it now. */
  read: (job: Rec) => Promise<Rec>
}

/** A site of its own with one printer, so that nobody else's claims get its jobs. */
export async function openPrintShop(house: House, fields: Fields = {}): Promise<PrintShop> {
  const site = `site-${next()}`
  const printer = await house.printer({ site, ...fields })
  const client = house.api.withKey(['print-server'], site)
  return {
    site,
    printer,
    server: new PrintServer(client, 'server-1'),
    other: new PrintServer(client, 'server-2'),
    job: async (input = {}) =>
      house.jobOf(await house.issued(undefined, { printerId: printer.id, ...input })),
    read: (job) => house.as('clerk').read('print-jobs', job.id),
  }
}
