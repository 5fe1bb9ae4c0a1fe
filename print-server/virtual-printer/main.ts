import path from 'node:path'
import { readPort } from '../config.js'
import { createLog } from '../log.js'
import { startVirtualPrinter } from './virtualPrinter.js'

const DEFAULT_PORT = 8631
const DEFAULT_MS_PER_PAGE = 800

const faults: string[] = []
const port = readPort(
  'VIRTUAL_PRINTER_PORT',
  process.env.VIRTUAL_PRINTER_PORT?.trim() ?? '',
  DEFAULT_PORT,
  faults,
)
const msPerPage = readMsPerPage(process.env.VIRTUAL_PRINTER_MS_PER_PAGE?.trim() ?? '')
if (faults.length > 0) leave(faults)

const folder = path.resolve(process.env.DATA_DIR?.trim() || 'data', 'virtual-printer')
const printer = await startVirtualPrinter({ port, folder, msPerPage }).catch((error: NodeJS.ErrnoException) =>
  leave([
    error.code === 'EADDRINUSE'
      ? `Port ${port} is taken: set VIRTUAL_PRINTER_PORT to a free one.`
      : `The virtual printer cannot use ${folder} or port ${port}: ${error.code ?? error.message}.`,
  ]),
)
const log = createLog('virtual-printer')
log.info({ uri: printer.uri, folder }, 'virtual printer started')

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void printer.close().then(() => process.exit(0)))
}

function readMsPerPage(value: string): number {
  if (!/^\d{0,6}$/.test(value))
    faults.push(`VIRTUAL_PRINTER_MS_PER_PAGE is "${value}", but it must be milliseconds.`)
  return value === '' ? DEFAULT_MS_PER_PAGE : Number(value)
}

function leave(sentences: string[]): never {
  process.stderr.write(sentences.map((sentence) => `${sentence}\n`).join(''))
  process.exit(1)
}
