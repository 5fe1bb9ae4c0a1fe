import { afterEach, expect, it } from '@jest/globals'
import { Press } from '../../../print-server/render/press.js'
import { until } from '../../support/until.js'

let launches = 0
let press: Press
const opened = (documentsPerBrowser?: number) => {
  launches = 0
  press = new Press(20_000, () => (launches += 1), documentsPerBrowser)
  return press
}
const launched = (count: number) =>
  until(
    async () => launches,
    (now) => now === count,
  )

afterEach(() => press.close())

it('starts one browser for all who want it at once', async () => {
  const [one, other] = await Promise.all([opened().warm(), press.warm()])
  expect(one).toBe(other)
  expect(launches).toBe(1)
})

it('starts the next browser as soon as one has drawn its share, not with the next document', async () => {
  const first = await opened(2).warm()
  await press.print(['<p>1</p>'])
  expect(first.isAlive()).toBe(true)
  await press.print(['<p>2</p>'])
  expect(first.isAlive()).toBe(false)
  await launched(2)
  expect(await press.print(['<p>3</p>'])).toHaveLength(1)
  expect(launches).toBe(2)
})

it('leaves no browser behind when it is closed while the next one starts', async () => {
  await opened(1).print(['<p>1</p>'])
  const next = press.warm()
  await press.close()
  expect((await next).isAlive()).toBe(false)
  expect(launches).toBe(2)
})
