import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ConfigError, readConfig } from '../../api/config.js'
import { openDatabase } from '../../api/db/database.js'
import { signedIn } from '../support/api.js'
import { Client } from '../support/client.js'
import { openEvents } from '../support/events.js'
import { freePort } from '../support/ports.js'
import { PrintServer } from '../support/printShop.js'
import { runProgram, type Program } from '../support/program.js'

const folder = mkdtempSync(path.join(tmpdir(), 'slipway-programs-'))
const aFile = path.join(folder, 'file')
writeFileSync(aFile, '')
const env = (more: Record<string, string> = {}) => ({
  DATA_DIR: path.join(folder, 'data'),
  DEMO: '0',
  HOST: '127.0.0.1',
  PORT: '0',
  ...more,
})
const running: Program[] = []
const run = (file: string, more?: Record<string, string>, args?: string[]) => {
  const program = runProgram(file, env(more), args)
  running.push(program)
  return program
}
const ended = async (program: Program) => ({
  code: await program.exit,
  said: program.output(),
  complained: program.complaints(),
})

afterAll(async () => {
  for (const program of running) program.kill('SIGKILL')
  await Promise.all(running.map(({ exit }) => exit))
  rmSync(folder, { recursive: true, force: true })
})

describe('an environment that is wrong', () => {
  const DATA_DIR = path.join(folder, 'config')

  it.each<[Record<string, string>, string]>([
    [{ PORT: 'http' }, 'PORT must be a port number from 0 to 65535.'],
    [{ PORT: '70000' }, 'PORT must be a port number from 0 to 65535.'],
    [{ DEMO: 'yes' }, 'DEMO must be 0 or 1.'],
    [
      { DATABASE_URL: 'postgres://x/y' },
      'DATABASE_URL must look like sqlite:/path/file or mysql://user:password@host:3306/name.',
    ],
    [{ DATABASE_URL: 'mysql://host' }, 'DATABASE_URL must look like'],
    [{ SECRET_KEY: 'short' }, 'SECRET_KEY must have at least 32 characters.'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be fatal, error, warn, info, debug or silent.'],
    [
      { DATA_DIR: path.join(aFile, 'sub') },
      'cannot be written; give it to this user or set DATA_DIR to another one.',
    ],
  ])('is told in a sentence: %j', (wrong, sentence) => {
    expect(() => readConfig({ DATA_DIR, ...wrong })).toThrow(ConfigError)
    expect(() => readConfig({ DATA_DIR, ...wrong })).toThrow(sentence)
  })

  it('is told whole, every fault at once', () => {
    expect(() => readConfig({ DATA_DIR, PORT: 'x', DEMO: '7', SECRET_KEY: 'x' })).toThrow(
      /PORT .+ DEMO .+ SECRET_KEY /,
    )
  })

  it('has its defaults where nothing is set: closed to the world only as a demo, a secret that stays', () => {
    const config = readConfig({ DATA_DIR, PORT: '' })
    expect(config).toMatchObject({
      port: 8080,
      host: '0.0.0.0',
      demo: false,
      trustProxy: null,
      dataDir: DATA_DIR,
      databaseUrl: `sqlite:${path.join(DATA_DIR, 'slipway.sqlite')}`,
    })
    expect(readConfig({ DATA_DIR, DEMO: '1' })).toMatchObject({
      host: '127.0.0.1',
      secretKey: config.secretKey,
    })
    expect(config.secretKey.length).toBeGreaterThanOrEqual(32)
  })

  it('ends the program with that sentence and exit code 1', async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
    const address = taken.address()
    const port = typeof address === 'object' && address ? String(address.port) : ''
    const wrongs: Record<string, string>[] = [
      { PORT: 'http', DEMO: 'x' },
      { PORT: port },
      { DATA_DIR: path.join(aFile, 'sub') },
      { DATABASE_URL: `mysql://u:secret-pw@127.0.0.1:${await freePort()}/slipway` },
      { DATABASE_URL: `sqlite:${path.join(aFile, 'x.sqlite')}` },
    ]
    const [badPort, portTaken, noFolder, noDatabase, noFile] = await Promise.all(
      wrongs.map((wrong) => ended(run('api/server.ts', wrong))),
    )
    taken.close()
    expect(badPort).toEqual({
      code: 1,
      said: '',
      complained: 'PORT must be a port number from 0 to 65535. DEMO must be 0 or 1.\n',
    })
    expect(portTaken).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^The port is taken by another program: .+端口已被占用.+\n$/),
    })
    expect(noFolder).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^The data folder .+ cannot be written; .+\n$/),
    })
    expect(noDatabase).toMatchObject({
      code: 1,
      complained: expect.stringMatching(
        /^The database cannot be reached: check DATABASE_URL .+连不上数据库.+\n$/,
      ),
    })
    expect(noDatabase?.complained).not.toContain('secret-pw')
    expect(noFile).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^A file or folder cannot be used: .+DATABASE_URL.+\n$/),
    })
  })
})

describe('a house for real use', () => {
  let server: Program
  let nobody: Client
  const adminPassword = 'first-admin-password'

  beforeAll(async () => {
    const migrated = await ended(run('api/commands/migrate.ts'))
    expect(migrated).toMatchObject({
      code: 0,
      said: expect.stringContaining('migrated: 0001-core'),
      complained: '',
    })
    server = run('api/server.ts')
    const [, port] = await server.says(/"port":(\d+)/)
    nobody = new Client(`http://127.0.0.1:${port}/api`, async () => ({}))
  })

  it('has no demo account, and nobody in it at all', async () => {
    for (const username of ['admin', 'clerk', 'supervisor'])
      expect((await nobody.post('/session', { username, password: 'slipway-demo' })).status).toBe(401)
    const db = await openDatabase(`sqlite:${path.join(folder, 'data/slipway.sqlite')}`)
    expect(await db.select('SELECT id FROM users')).toEqual([])
    await db.close()
  })

  it('gets its first administrator by a command, once', async () => {
    const create = (args: string[], ADMIN_PASSWORD = adminPassword) =>
      ended(run('api/commands/adminCreate.ts', { ADMIN_PASSWORD }, args))
    const [unnamed, short] = [await create([]), await create(['--username', 'boss'], 'short')]
    expect(unnamed).toMatchObject({ code: 1, complained: expect.stringContaining('--username') })
    expect(short).toMatchObject({ code: 1, complained: expect.stringContaining('at least 10 characters') })
    expect(await create(['--username', 'boss'])).toEqual({
      code: 0,
      said: 'The administrator "boss" was made. Sign in with this name.\n',
      complained: '',
    })
    expect(await create(['--username', 'boss'])).toMatchObject({
      code: 1,
      complained: expect.stringContaining('taken'),
    })
    const boss = signedIn(nobody, 'boss', adminPassword)
    expect(await boss.list('users')).toMatchObject([{ username: 'boss', roles: ['admin'] }])
    const events = await boss.list('audit-events', { resource: 'users', action: 'create' })
    expect(events).toMatchObject([{ actorKind: 'system', actorName: 'command' }])
  })

  it('has its stock and its trail checked by commands, that fail when something is wrong', async () => {
    expect(await ended(run('api/commands/stockVerify.ts'))).toMatchObject({
      code: 0,
      said: expect.stringContaining('agree'),
    })
    expect(await ended(run('api/commands/auditVerify.ts'))).toMatchObject({
      code: 0,
      said: expect.stringMatching(/^The audit trail is whole: \d+ events, head \d+ [0-9a-f]{64}\n$/),
    })
    const db = await openDatabase(`sqlite:${path.join(folder, 'data/slipway.sqlite')}`)
    await db.execute("UPDATE audit_events SET payload = REPLACE(payload, 'command', 'nobody') WHERE seq = 2")
    const broken = await ended(run('api/commands/auditVerify.ts'))
    await db.execute("UPDATE audit_events SET payload = REPLACE(payload, 'nobody', 'command') WHERE seq = 2")
    await db.close()
    expect(broken).toMatchObject({
      code: 1,
      said: expect.stringContaining('Event 2 does not match its hash'),
    })
  })

  it('drains on SIGTERM: what is underway is answered, what waits is sent home, and it ends with 0', async () => {
    const boss = signedIn(nobody, 'boss', adminPassword)
    const key = await boss.create('api-keys', { name: 'drain', roles: ['print-server'], site: 'main' })
    const machine = new Client(nobody.url, async () => ({ Authorization: `Bearer ${String(key.token)}` }))
    const waiting = new PrintServer(machine, 'server').claim(25)
    const stream = await openEvents(boss)

    // A write whose body is half sent when the signal comes.
    const body = JSON.stringify({ name: 'kept', roles: ['clerk'] })
    const headers = Object.entries({
      ...(await boss.headers()),
      'Content-Type': 'application/json',
      'Content-Length': String(body.length),
      Connection: 'close',
    })
    const socket = connect(Number(new URL(nobody.url).port), '127.0.0.1')
    let answer = ''
    socket.on('data', (bytes: Buffer) => (answer += bytes.toString()))
    const closed = new Promise((resolve) => socket.once('close', resolve))
    socket.write(
      `POST /api/api-keys HTTP/1.1\r\nHost: localhost\r\n${headers.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body.slice(0, 10)}`,
    )
    await boss.get('/session')

    server.kill('SIGTERM')
    await server.says(/"draining"/)
    await stream.ended
    expect((await waiting).status).toBe(204)
    socket.write(body.slice(10))
    await closed
    expect(answer).toMatch(/^HTTP\/1\.1 201 Created/)
    expect(await server.exit).toBe(0)
    expect(server.complaints()).toBe('')
    const lines = server.output().trim().split('\n')
    for (const line of lines)
      expect(JSON.parse(line)).toMatchObject({ program: 'api', time: expect.any(Number) })
    expect(server.output()).not.toContain(adminPassword)
    await expect(fetch(nobody.url)).rejects.toThrow()
  })
})
