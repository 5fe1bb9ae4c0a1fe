import net from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { IppError } from '../../../print-server/ipp/ippError.js'
import { FakePrinter } from '../../support/fakePrinter.js'
import type { FaultKind } from '../../support/fakePrinterFaults.js'
import { fastTiming } from '../fastTiming.js'
import { until } from '../until.js'
import { printerAt } from './printerAt.js'

const pdf = Buffer.alloc(2_000_000, '%PDF-1.7 ')
const { query, document } = fastTiming.printer
const patient = { query: { ...query, idleMs: 20_000, totalMs: 20_000 }, document }
let printer: FakePrinter

beforeEach(async () => {
  printer = await FakePrinter.start()
})
afterEach(() => printer.close())

async function faultOf(call: Promise<unknown>): Promise<IppError> {
  const outcome = await call.then(
    () => new Error('it succeeded'),
    (error: unknown) => error,
  )
  if (outcome instanceof IppError) return outcome
  throw outcome
}

describe('the IPP transport', () => {
  it('reads what a printer says about itself', async () => {
    printer.reasons = ['media-empty-error', 'toner-low-warning', 'cover-open-report']
    expect(await printerAt(printer.uri).describe()).toMatchObject({
      state: 'idle',
      reasons: ['media-empty', 'toner-low'],
      accepting: true,
      uuid: printer.uuid,
      formats: ['application/pdf'],
      takesJobsInTwoSteps: true,
    })
  })

  it.each<[FaultKind, string, string]>([
    ['hang', 'timeout', 'wait'],
    ['drop', 'reset', 'wait'],
    ['lost-answer', 'reset', 'wait'],
    ['truncate', 'reset', 'response'],
    ['html', 'protocol', 'response'],
    ['garbage', 'protocol', 'response'],
    ['wrong-id', 'protocol', 'response'],
    ['endless', 'too-large', 'response'],
    ['http-401', 'auth', 'response'],
    ['http-503', 'http', 'response'],
    ['status:server-error-busy', 'ipp', 'response'],
  ])('turns %s into a %s error of phase %s', async (kind, expected, phase) => {
    printer.faults = [{ operation: 'Get-Printer-Attributes', kind }]
    // Only one that hangs is given up soon: on a busy machine a reply without an end takes its time to be too large.
    const limits = kind === 'hang' ? undefined : patient
    const error = await faultOf(printerAt(printer.uri, {}, undefined, limits).describe())
    expect([error.kind, error.phase, error.nothingSent]).toEqual([expected, phase, false])
  })

  it('does not claim that nothing was sent when an upload breaks in the middle', async () => {
    printer.faults = [{ operation: 'Print-Job', kind: 'drop-upload' }]
    const error = await faultOf(
      printerAt(printer.uri).printJob('x', {}, { format: 'application/pdf', bytes: pdf }),
    )
    expect(error.kind).toBe('reset')
    expect(error.nothingSent).toBe(false)
  })

  it('keeps the status, the message and the attributes that were refused', async () => {
    printer.faults = [
      { operation: 'Create-Job', kind: 'status:client-error-attributes-or-values-not-supported' },
    ]
    const error = await faultOf(printerAt(printer.uri).createJob('x', {}))
    expect([error.status, error.message]).toEqual([0x040b, 'client-error-attributes-or-values-not-supported'])
  })

  it('keeps how long a busy printer wants to be left alone', async () => {
    printer.faults = [{ operation: 'Get-Jobs', kind: 'http-503' }]
    expect((await faultOf(printerAt(printer.uri).jobs())).retryAfterMs).toBe(1000)
  })

  it('knows that nothing was sent when nobody listens', async () => {
    const { uri } = printer
    await printer.unplug()
    const error = await faultOf(printerAt(uri).describe())
    expect([error.kind, error.nothingSent]).toEqual(['connect', true])
    await printer.listen()
  })

  it('knows that nothing was sent when a TLS printer does not speak TLS', async () => {
    const error = await faultOf(printerAt(printer.uri.replace('ipp:', 'ipps:')).describe())
    expect([error.kind, error.nothingSent]).toEqual(['tls', true])
  })

  it('cuts an upload at once when the signal aborts, and leaves no connection', async () => {
    const connections = new Set<net.Socket>()
    let received = 0
    const sink = net.createServer((socket) => {
      connections.add(socket)
      socket.on('data', (bytes) => (received += bytes.length))
      socket.on('error', () => undefined)
      socket.on('close', () => connections.delete(socket))
    })
    await new Promise<void>((resolve) => sink.listen(0, '127.0.0.1', resolve))
    const address = sink.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const controller = new AbortController()
    const client = printerAt(`ipp://127.0.0.1:${port}/`, {}, controller.signal)
    const fault = faultOf(client.printJob('x', {}, { format: 'application/pdf', bytes: pdf }))
    await until(() => received > 0, 'the upload begins')
    controller.abort()
    expect((await fault).kind).toBe('aborted')
    await until(() => connections.size === 0, 'the connection closes')
    expect((await faultOf(client.describe())).nothingSent).toBe(true)
    await new Promise((resolve) => sink.close(resolve))
  })

  it('sends a length, never chunks, and signs in as it was told', async () => {
    const seen: string[] = []
    const server = net.createServer((socket) => {
      socket.on('error', () => undefined)
      socket.once('data', (bytes) => {
        seen.push(bytes.toString('latin1'))
        socket.destroy()
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const credentials = { username: 'print', password: 'geheim' }
    await faultOf(printerAt(`ipp://127.0.0.1:${port}/ipp`, credentials).describe())
    await new Promise((resolve) => server.close(resolve))
    expect(seen[0]).toMatch(/^POST \/ipp HTTP\/1\.1\r\n/)
    expect(seen[0]).toMatch(/Content-Length: \d+\r\n/)
    expect(seen[0]).toContain(`Authorization: Basic ${Buffer.from('print:geheim').toString('base64')}\r\n`)
    expect(seen[0]).not.toMatch(/chunked/i)
  })
})
