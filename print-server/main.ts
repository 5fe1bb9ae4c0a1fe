import { readConfig } from './config.js'
import { createLog, faultOf } from './log.js'
import { startPrintServer, type PrintServer } from './printServer.js'
import { createPreviewRenderer } from './render/previewRenderer.js'
import { createRenderer } from './render/renderer.js'

const { config, faults } = readConfig(process.env)
if (faults.length > 0) leave(faults)

const log = createLog('print-server')
process.on('uncaughtException', (error) => {
  log.fatal({ fault: faultOf(error) }, 'unforeseen fault; what is under way is recovered by the next start')
  process.exit(1)
})

const renderer = createRenderer()
const previewRenderer = createPreviewRenderer()
const server = await startPrintServer({ config, renderer, previewRenderer, log }).catch(
  (error: NodeJS.ErrnoException) =>
    leave([
      error.code === 'EADDRINUSE'
        ? `Port ${config.port} on ${config.host} is taken: set PRINT_SERVER_PORT to a free one.`
        : `The health port ${config.port} on ${config.host} cannot be opened: ${error.code ?? error.message}.`,
    ]),
)
log.info({ port: config.port }, 'print server started')
// A browser that cannot start is no reason to stop: archived papers print without one, the others wait and say why.
renderer.warm().catch(() => log.error('no browser can be started; documents wait until one can'))

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void stop(server))
}

async function stop(running: PrintServer): Promise<void> {
  await running.drain()
  await Promise.race([
    Promise.all([renderer.close(), previewRenderer.close()]),
    new Promise((resolve) => setTimeout(resolve, 1_000)),
  ])
  log.info('stopped')
  process.exit(0)
}

/** Logs are for machines; what keeps the process from starting is said to a person. */
function leave(sentences: string[]): never {
  process.stderr.write(sentences.map((sentence) => `${sentence}\n`).join(''))
  process.exit(1)
}
