import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import mysql from 'mysql2/promise'
import { freePort } from './ports.js'

const user = 'slipway'
const password = 'slipway-test'

export interface Mariadb {
  /** The DATABASE_URL of a database by that name, which need not exist. */
  url(database: string): string
  /** Makes an empty database and answers its DATABASE_URL. */
  createDatabase(): Promise<string>
  /** Stops the server and removes its files. */
  stop(): Promise<void>
}

/** A private MariaDB in a temporary folder on a free port; it ends with this process at the latest. */
export async function startMariadb(): Promise<Mariadb> {
  const folder = mkdtempSync(path.join(tmpdir(), 'slipway-mariadb-'))
  const port = await freePort()
  const url = (database: string) => `mysql://${user}:${password}@127.0.0.1:${port}/${database}`
  install(folder)
  const server = launch(folder, port)
  await untilItGreets(server, folder, port)
  let made = 0

  async function createDatabase() {
    const name = `test_${(made += 1)}`
    const connection = await mysql.createConnection(url(''))
    await connection.query(`CREATE DATABASE ${name}`)
    await connection.end()
    return url(name)
  }

  async function stop() {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    if (server.exitCode === null && server.kill('SIGTERM')) await ended
    rmSync(folder, { recursive: true, force: true })
  }

  return { url, createDatabase, stop }
}

/** mariadbd refuses to run as root unless told to. */
const asRoot = process.getuid?.() === 0 ? ['--user=root'] : []

function install(folder: string) {
  const result = spawnSync(
    'mariadb-install-db',
    [
      '--no-defaults',
      ...asRoot,
      `--datadir=${folder}/data`,
      '--auth-root-authentication-method=normal',
      '--skip-test-db',
      '--skip-name-resolve',
    ],
    { encoding: 'utf8' },
  )
  if (result.error)
    throw new Error(`mariadb-install-db is missing; npm test installs it: ${result.error.message}`)
  if (result.status !== 0) throw new Error(`mariadb-install-db failed:\n${result.stdout}${result.stderr}`)
  writeFileSync(
    path.join(folder, 'init.sql'),
    `CREATE USER '${user}'@'127.0.0.1' IDENTIFIED BY '${password}';\nGRANT ALL ON *.* TO '${user}'@'127.0.0.1';\n`,
  )
}

function launch(folder: string, port: number): ChildProcess {
  const mariadbd = [
    'mariadbd',
    '--no-defaults',
    ...asRoot,
    `--datadir=${folder}/data`,
    `--socket=${folder}/socket`,
    `--pid-file=${folder}/pid`,
    `--init-file=${folder}/init.sql`,
    `--port=${port}`,
    '--bind-address=127.0.0.1',
    '--skip-name-resolve',
    '--max-connections=400',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_unicode_ci',
    // Another hour and another isolation than ours: the program must not depend on what the server happens to be set to.
    '--default-time-zone=+08:00',
    '--innodb-buffer-pool-size=64M',
    '--innodb-log-file-size=16M',
    // Nothing here has to survive a power cut.
    '--innodb-flush-log-at-trx-commit=0',
    '--sync-binlog=0',
    '--skip-innodb-doublewrite',
  ]
  const log = openSync(path.join(folder, 'log'), 'a')
  const [command = '', ...args] = [...endWithParent(), ...mariadbd]
  const server = spawn(command, args, {
    stdio: ['ignore', log, log],
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/local/sbin:/usr/sbin` },
  })
  closeSync(log)
  server.once('error', () => undefined)
  return server
}

/** A test run that is killed must not leave a database server behind; util-linux can tie it to us. */
function endWithParent() {
  return existsSync('/usr/bin/setpriv') ? ['setpriv', '--pdeathsig', 'TERM'] : []
}

async function untilItGreets(server: ChildProcess, folder: string, port: number) {
  while (server.exitCode === null && server.pid !== undefined) {
    if (await greets(port)) return
    await sleep(50)
  }
  const log = readFileSync(path.join(folder, 'log'), 'utf8').slice(-2000)
  rmSync(folder, { recursive: true, force: true })
  throw new Error(`mariadbd did not start; apt-get install mariadb-server provides it.\n${log}`)
}

/** The server speaks first, and only once its init file is done. */
function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    socket.once('data', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}
