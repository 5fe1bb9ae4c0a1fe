import type { Capabilities } from '../protocol.js'
import { capabilityAttributes, readCapabilities } from './readCapabilities.js'
import { encodeRequest, type EncodableAttributes } from './encode.js'
import { exchange, type Limits } from './exchange.js'
import { IppError } from './ippError.js'
import { groupOf, groupsOf, integer, text, uuid, type Attributes, type IppMessage } from './message.js'
import type { PrinterAddress } from './printerAddress.js'
import {
  describedAttributes,
  readPrinterDescription,
  stateAttributes,
  type PrinterDescription,
} from './printerDescription.js'
import { jobAttributes, readPrinterJob, type PrinterJob } from './printerJob.js'
import { statusName } from './tables.js'

/** Under this name jobs stand in the printer's own list. */
const USER = 'slipway'
const FIRST_ERROR = 0x0400
const FIRST_SERVER_ERROR = 0x0500
const NOT_FOUND = 0x0406
const JOBS_LOOKED_AT = 200

export interface PrinterLimits {
  query: Limits
  /** Real printers answer the request that carries a document late: the paper may be moving already. */
  document: Limits
}

/** A document as this printer takes it. */
export interface Sheets {
  format: 'application/pdf' | 'image/pwg-raster'
  bytes: Buffer
}

/** What a printer answers to a new job. */
export interface NewJob {
  id: number
  uuid: string | null
  /** Attributes that it ignored or replaced. */
  ignored: string[]
}

/** The operations of one printer. All of them throw `IppError`, also for IPP statuses from 0x0400 on. */
export class IppPrinter {
  constructor(
    private address: PrinterAddress,
    private readonly limits: PrinterLimits,
    private readonly signal: AbortSignal,
  ) {}

  /** From now on it is asked there and so. */
  readdress(address: PrinterAddress): void {
    this.address = address
  }

  /** From now on it is asked where it was, with other credentials. */
  signInAs({ destination }: PrinterAddress): void {
    const { host, port, secure, path } = this.address.destination
    this.address = { ...this.address, destination: { ...destination, host, port, secure, path } }
  }

  /** All that delivery must know before it sends, in one request. */
  describe(): Promise<PrinterDescription> {
    return this.printerAttributes(describedAttributes)
  }

  /** The part of `describe` that changes while a job prints. */
  state(): Promise<PrinterDescription> {
    return this.printerAttributes(stateAttributes)
  }

  /** State, capabilities and stock of a printer that has nothing to do for us. */
  async look(): Promise<{ description: PrinterDescription; capabilities: Capabilities }> {
    const names = [...new Set([...describedAttributes, ...capabilityAttributes])]
    const attributes = await this.askAttributes(names)
    return { description: readPrinterDescription(attributes), capabilities: readCapabilities(attributes) }
  }

  async createJob(name: string, template: EncodableAttributes): Promise<NewJob> {
    return newJob(await this.call('Create-Job', { 'job-name': name }, template))
  }

  async sendDocument(jobId: number, { format, bytes }: Sheets): Promise<void> {
    const attributes = { 'job-id': jobId, 'document-format': format, 'last-document': true }
    await this.call('Send-Document', attributes, undefined, bytes)
  }

  async printJob(name: string, template: EncodableAttributes, { format, bytes }: Sheets): Promise<NewJob> {
    const attributes = { 'job-name': name, 'document-format': format }
    return newJob(await this.call('Print-Job', attributes, template, bytes))
  }

  /** The job of that number, null when the printer does not know it. */
  async job(jobId: number): Promise<PrinterJob | null> {
    try {
      const reply = await this.call('Get-Job-Attributes', {
        'job-id': jobId,
        'requested-attributes': jobAttributes,
      })
      return readPrinterJob(groupOf(reply, 'job'))
    } catch (error) {
      if (error instanceof IppError && error.status === NOT_FOUND) return null
      throw error
    }
  }

  /** Jobs that the printer still knows, running ones first. Which list holds a job differs between makers, so both are read. */
  async jobs(): Promise<PrinterJob[]> {
    return [...(await this.jobList('not-completed')), ...(await this.jobList('completed'))]
  }

  async cancelJob(jobId: number): Promise<void> {
    await this.call('Cancel-Job', { 'job-id': jobId })
  }

  private async jobList(which: string): Promise<PrinterJob[]> {
    try {
      const reply = await this.call('Get-Jobs', {
        'which-jobs': which,
        limit: JOBS_LOOKED_AT,
        'requested-attributes': jobAttributes,
      })
      return groupsOf(reply, 'job')
        .map(readPrinterJob)
        .filter((job) => job !== null)
    } catch (error) {
      // A printer without this list says so; then the job counts as unknown, which never leads to a second print.
      if (error instanceof IppError && error.status !== null && error.status < FIRST_SERVER_ERROR) return []
      throw error
    }
  }

  private async printerAttributes(names: string[]): Promise<PrinterDescription> {
    return readPrinterDescription(await this.askAttributes(names))
  }

  private async askAttributes(names: string[]): Promise<Attributes> {
    return groupOf(await this.call('Get-Printer-Attributes', { 'requested-attributes': names }), 'printer')
  }

  private async call(
    operation: string,
    attributes: EncodableAttributes,
    template?: EncodableAttributes,
    document?: Buffer,
  ): Promise<IppMessage> {
    const request = encodeRequest(
      operation,
      this.address.uri,
      { 'requesting-user-name': USER, ...attributes },
      template,
    )
    const limits = document ? this.limits.document : this.limits.query
    const reply = await exchange(this.address.destination, { ...request, document }, limits, this.signal)
    if (reply.code < FIRST_ERROR) return reply
    const message = text(groupOf(reply, 'operation'), 'status-message')
    throw new IppError('ipp', `${statusName(reply.code)}${message === null ? '' : `: ${message}`}`, {
      status: reply.code,
      unsupported: ignoredBy(reply),
    })
  }
}

function newJob(reply: IppMessage): NewJob {
  const job = groupOf(reply, 'job')
  const id = integer(job, 'job-id')
  if (id === null) throw new IppError('protocol', 'the printer took a job without giving it a number')
  return { id, uuid: uuid(job, 'job-uuid'), ignored: ignoredBy(reply) }
}

function ignoredBy(reply: IppMessage): string[] {
  return [...groupOf(reply, 'unsupported').keys()]
}
