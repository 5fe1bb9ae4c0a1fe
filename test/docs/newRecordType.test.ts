import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { freePort } from '../support/ports.js'

const root = process.cwd()
const run = promisify(execFile)

/** The code blocks of the page, each with the file that the text before it names. */
async function walk(): Promise<{ file: string; code: string }[]> {
  const page = await readFile(path.join(root, 'docs/new-record-type.md'), 'utf8')
  let file = ''
  const steps: { file: string; code: string }[] = []
  for (const match of page.matchAll(/^`(api\/[^`]+)`|^```ts\n([\s\S]*?)^```/gm)) {
    if (match[1]) file = match[1]
    else steps.push({ file, code: match[2] ?? '' })
  }
  return steps
}

let copy: string
let server: ChildProcess
let base: string

/** A copy of the server's source in which the page is followed to the letter. */
beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'new-record-type-'))
  for (const name of ['api', 'templates', 'package.json', 'tsconfig.json'])
    await cp(path.join(root, name), path.join(copy, name), { recursive: true })
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'))

  for (const { file, code } of await walk()) {
    const target = path.join(copy, file)
    const text = await readFile(target, 'utf8').catch(() => null)
    if (text === null) await writeFile(target, code)
    else if (code.startsWith('import')) await writeFile(target, code + text)
    else if (file.endsWith('migrate.ts'))
      await writeFile(target, text.replace(/(const migrations[^{]*\{[\s\S]*?),?\s*\}/, `$1,\n${code}}`))
    else await writeFile(target, text.replace(/,\n\]/, `,\n${code}]`))
  }

  const port = await freePort()
  base = `http://127.0.0.1:${port}/api`
  const env = {
    ...process.env,
    DATA_DIR: path.join(copy, 'data'),
    PORT: String(port),
    HOST: '127.0.0.1',
    DEMO: '0',
    LOG_LEVEL: 'error',
    ADMIN_PASSWORD: 'a long password',
    NODE_OPTIONS: '',
  }
  const node = (...args: string[]) => run('node', ['--import', 'tsx', ...args], { cwd: copy, env })
  await node('api/commands/migrate.ts')
  await node('api/commands/adminCreate.ts', '--username', 'owner')
  server = spawn('node', ['--import', 'tsx', 'api/server.ts'], { cwd: copy, env, stdio: 'inherit' })
  for (let tries = 0; tries < 200; tries++) {
    if ((await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The copy with the new record type did not start.')
}, 90_000)

afterAll(async () => {
  server?.kill('SIGTERM')
  await rm(copy, { recursive: true, force: true })
})

async function signIn(username: string, password: string) {
  const response = await fetch(`${base}/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  const { csrfToken } = (await response.json()) as { csrfToken: string }
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return async (method: string, url: string, body?: unknown) => {
    const reply = await fetch(base + url, {
      method,
      headers: {
        cookie,
        'X-CSRF-Token': csrfToken,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return { status: reply.status, headers: reply.headers, text: await reply.text() }
  }
}

it('has the new record type everywhere after the walk of docs/new-record-type.md', async () => {
  const owner = await signIn('owner', 'a long password')
  const made = await owner('POST', '/users', {
    username: 'wang',
    name: '王仓管',
    roles: ['warehouse'],
    password: 'another long one',
  })
  expect(made.status).toBe(201)
  const warehouse = await signIn('wang', 'another long one')

  const created = await warehouse('POST', '/carriers', {
    code: 'SF',
    name: '顺风物流',
    contractUntil: '2027-01-31',
  })
  expect(created.status).toBe(201)
  expect(JSON.parse(created.text)).toMatchObject({ code: 'SF', mode: 'freight', disabled: false, version: 1 })

  const wrong = await warehouse('POST', '/carriers', { code: 'SF', name: '', contractUntil: '31.1.2027' })
  expect(wrong.status).toBe(422)
  expect(JSON.parse(wrong.text)).toMatchObject({
    errors: { name: '必填。', contractUntil: expect.stringContaining('2026-11-23') },
  })
  expect((await owner('POST', '/carriers', { code: 'X', name: 'X' })).status).toBe(403)

  const found = await owner(
    'GET',
    `/carriers?filter=${encodeURIComponent('{"q":"物流","contractUntil_gte":"2027-01-01"}')}`,
  )
  expect(JSON.parse(found.text)).toHaveLength(1)
  expect(found.headers.get('content-range')).toBe('carriers 0-0/1')

  const csv = await owner('GET', '/carriers/export?format=csv')
  expect(csv.text).toContain('编码,名称,方式,电话,合同到期,停用')
  expect(csv.text).toContain('SF,顺风物流,物流,,2027-01-31,否')

  const schema = JSON.parse((await warehouse('GET', '/schema')).text)
  expect(schema.resources.map((one: { name: string }) => one.name)).toContain('carriers')
  const openapi = JSON.parse((await owner('GET', '/openapi.json')).text)
  expect(Object.keys(openapi.paths)).toEqual(expect.arrayContaining(['/carriers', '/carriers/{id}']))

  const events = await owner(
    'GET',
    `/audit-events?filter=${encodeURIComponent('{"resource":"carriers","action":"create"}')}`,
  )
  expect(JSON.parse(events.text)).toHaveLength(1)
})
