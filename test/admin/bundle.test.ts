import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from '@jest/globals'

const dist = fileURLToPath(new URL('../../admin/dist/', import.meta.url))
const MOST_BYTES = 380_000

beforeAll(() => {
  if (!existsSync(path.join(dist, 'index.html')))
    throw new Error('Build the console first: npm run build -w admin')
})

/** What a browser fetches before it shows anything. */
const firstScripts = () =>
  [
    ...readFileSync(path.join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g),
  ].map(([, file = '']) => readFileSync(path.join(dist, file)))

it('begins with less than 380 kB, compressed', () => {
  const scripts = firstScripts()
  expect(scripts.length).toBeGreaterThan(0)
  expect(scripts.reduce((sum, script) => sum + gzipSync(script).length, 0)).toBeLessThan(MOST_BYTES)
})

it('leaves the charts to those who look at them', () => {
  expect(firstScripts().some((script) => script.includes('recharts'))).toBe(false)
})
