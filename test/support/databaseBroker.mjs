import { createServer } from 'node:http'
import { register } from 'tsx/esm/api'

// Plain JavaScript, since jest does not transform its global set-up the way it transforms the suites.

/** @typedef {import('./mariadb.js').Mariadb} Mariadb */

/** @type {Promise<Mariadb> | undefined} */
let mariadb

const broker = createServer((_request, response) => {
  freshDatabase().then(
    (url) => response.end(url),
    (error) => response.writeHead(500).end(String(error)),
  )
})

/** Answers each request with the URL of a new database, from one MariaDB that starts with the first of them. */
export async function startDatabaseBroker() {
  await new Promise((resolve) => broker.listen(0, '127.0.0.1', () => resolve(undefined)))
  const address = broker.address()
  if (typeof address === 'object' && address)
    process.env.SLIPWAY_TEST_MYSQL = `http://127.0.0.1:${address.port}/`
}

export async function stopDatabaseBroker() {
  broker.close()
  await (await mariadb)?.stop()
}

async function freshDatabase() {
  mariadb ??= startMariadb()
  return (await mariadb).createDatabase()
}

async function startMariadb() {
  const unregister = register()
  const module = await import('./mariadb.js')
  await unregister()
  return module.startMariadb()
}
