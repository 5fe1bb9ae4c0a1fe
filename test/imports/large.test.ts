import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { writeXlsxStream } from 'hucre/xlsx'
import { openHouse, type House } from '../support/house.js'
import { checked, settled, undone } from './bringIn.js'

const script = path.join(import.meta.dirname, 'killedChild.ts')
const ROWS = 50_000

let house: House
beforeAll(async () => {
  house = await openHouse('sqlite')
})
afterAll(() => house.api.stop())

async function largeFile(): Promise<Buffer> {
  function* rows() {
    yield ['编码', '名称', '区域', '联系人', '电话', '地址', '统一社会信用代码']
    for (let n = 0; n < ROWS; n++)
      yield [
        `BIG${n}`,
        `第${n}号商贸有限公司`,
        '华东',
        '张三',
        13_800_000_000 + n,
        `建设路${n}号`,
        `91310000MA${n}`,
      ]
  }
  const parts: Uint8Array[] = []
  const reader = writeXlsxStream(rows(), { name: '客户' }).getReader()
  for (let part = await reader.read(); !part.done; part = await reader.read()) parts.push(part.value)
  return Buffer.concat(parts)
}

it('imports fifty thousand rows in a process with little memory, and takes them back', async () => {
  const { api } = house
  const clerk = api.as('clerk')
  const child = spawn(
    process.execPath,
    ['--max-old-space-size=160', '--import', 'tsx', script, api.databaseUrl],
    { stdio: 'inherit' },
  )
  const gone = once(child, 'exit')
  try {
    const { id, status } = await checked(clerk, 'customers', await largeFile())
    expect(status).toBe('ready')
    await clerk.act('imports', id, 'run')
    expect(await settled(clerk, id)).toMatchObject({ status: 'done', recordCount: ROWS })
    const [made] = await api.db.select('SELECT COUNT(*) AS n FROM customers')
    expect(Number(made?.n)).toBe(ROWS)
    expect(child.exitCode).toBeNull()
    expect(await undone(clerk, id)).toMatchObject({ status: 'undone' })
    const [left] = await api.db.select('SELECT COUNT(*) AS n FROM customers')
    expect(Number(left?.n)).toBe(0)
  } finally {
    child.kill('SIGKILL')
    await gone
  }
}, 300_000)
