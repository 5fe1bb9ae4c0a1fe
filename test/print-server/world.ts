import { pino } from 'pino'
import { startPrintServer, type PrintServer } from '../../print-server/printServer.js'
import type { Content } from '../../print-server/protocol.js'
import { RenderError } from '../../print-server/render/renderError.js'
import type { Timing } from '../../print-server/timing.js'
import { FakeApi } from '../support/fakeApi.js'
import type { FakeApiJob } from '../support/fakeApiJob.js'
import { FakePrinter } from '../support/fakePrinter.js'
import { fastTiming } from './fastTiming.js'
import { until } from './until.js'

/** An API, printers and a print server in this process. */
export class World {
  readonly printers: FakePrinter[] = []
  readonly logged: string[] = []
  rendered = 0
  /** How many documents each pass had. */
  readonly passes: number[] = []
  render: (content: Content, signal?: AbortSignal) => Promise<Buffer> = (content) =>
    Promise.resolve(pdfOf(JSON.stringify(content.data)))
  /** What a pass does not give. */
  leftOut: (content: Content) => boolean = () => false
  readonly templateFault = new RenderError('template', 'a test')
  #server: PrintServer | null = null

  private constructor(readonly api: FakeApi) {}

  static async start(): Promise<World> {
    return new World(await FakeApi.start())
  }

  /** A new fake printer and its number at the API. */
  async addPrinter(): Promise<{ printer: FakePrinter; printerId: number }> {
    const printer = await FakePrinter.start()
    this.printers.push(printer)
    return { printer, printerId: this.api.addPrinter(printer.uri) }
  }

  async startServer(timing: Partial<Timing> = {}): Promise<PrintServer> {
    const log = pino({ level: 'info' }, { write: (line: string) => void this.logged.push(line) })
    const renderer = {
      ready: () => true,
      renderMany: async (contents: readonly Content[]) => {
        this.passes.push(contents.length)
        return Promise.all(
          contents.map(async (content) =>
            this.leftOut(content) ? null : { pdf: await this.render(content), pages: 1, sheets: [] },
          ),
        )
      },
      render: async (content: Content, signal?: AbortSignal) => {
        this.rendered += 1
        return { pdf: await this.render(content, signal), pages: 1, sheets: [] }
      },
    }
    const config = { apiUrl: this.api.url, token: this.api.token, host: '127.0.0.1', port: 0 }
    this.#server = await startPrintServer({ config, renderer, log, timing: { ...fastTiming, ...timing } })
    return this.#server
  }

  async stopServer(): Promise<void> {
    await this.#server?.drain()
    this.#server = null
  }

  /** Until the jobs have ended, in whatever way; answers their status. */
  async ended(...jobs: FakeApiJob[]): Promise<string[]> {
    await until(
      () => jobs.every((job) => this.api.isOver(job)),
      `jobs end, they are ${jobs.map((job) => job.status).join()}`,
    )
    return jobs.map((job) => job.status)
  }

  async close(): Promise<void> {
    await this.stopServer()
    await Promise.all([...this.printers.map((printer) => printer.close()), this.api.close()])
  }
}

/** Bytes that the fake printer takes for a PDF; large ones leave in more than one packet. */
export function pdfOf(text: string, bytes = 1000): Buffer {
  return Buffer.concat([Buffer.from(`%PDF-1.7 ${text}`), Buffer.alloc(bytes, 0x20)])
}
