import { ConfigError, readConfig } from './config.js'
import { bootSentence } from './bootSentence.js'
import { shownEnvironment } from './domain/settings/shownEnvironment.js'
import { createLog } from './http/log.js'
import { startApi } from './start.js'

/** Starts the API from the environment; what prevents it is said in one sentence, with exit code 1. */
async function main(): Promise<void> {
  const config = readConfig()
  const log = createLog(config.logLevel)
  const api = await startApi({ ...config, environment: shownEnvironment(config), log })
  log.info({ host: config.host, port: api.port, database: api.db.dialect }, 'listening')
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'draining')
    void api.stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : bootSentence(error)}\n`)
  process.exit(1)
})
