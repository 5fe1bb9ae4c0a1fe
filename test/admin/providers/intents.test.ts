import { afterEach, describe, expect, it, jest } from '@jest/globals'
import { withIntent } from '../../../admin/providers/intents'

const keyOf = (what: string) => withIntent(what, (key) => Promise.resolve(key))

afterEach(() => void jest.useRealTimers())

describe('one key per intent', () => {
  it('gives the second click the key of the first', async () => {
    const [first, second] = await Promise.all([keyOf('POST /orders {"a":1}'), keyOf('POST /orders {"a":1}')])
    expect(second).toBe(first)
  })

  it('gives a retry after a lost answer the same key', async () => {
    const keys: string[] = []
    const send = (key: string) => {
      keys.push(key)
      return keys.length === 1 ? Promise.reject(new Error('connection lost')) : Promise.resolve(key)
    }
    await expect(withIntent('POST /stock-moves {}', send)).rejects.toThrow('connection lost')
    await withIntent('POST /stock-moves {}', send)
    expect(keys[1]).toBe(keys[0])
  })

  it('gives another body another key', async () => {
    expect(await keyOf('POST /orders {"a":1}')).not.toBe(await keyOf('POST /orders {"a":2}'))
  })

  it('takes an equal request a second later for another one: the same goods can come in twice', async () => {
    jest.useFakeTimers({ now: 0 })
    const receipt = 'POST /stock-moves {"quantity":"10"}'
    const first = await keyOf(receipt)
    jest.setSystemTime(300)
    expect(await keyOf(receipt)).toBe(first)
    jest.setSystemTime(1_000)
    expect(await keyOf(receipt)).not.toBe(first)
  })
})
