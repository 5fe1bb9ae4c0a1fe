import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from '@jest/globals'
import { createBell } from '../../api/domain/printing/protocol/bell.js'

const never = new AbortController().signal
const LONG_MS = 60_000

/** 'rung' when it is woken before long. */
const woken = (waiting: Promise<void>) =>
  Promise.race([waiting.then(() => 'rung'), sleep(500, 'asleep', { ref: false })])

it('wakes all who wait', async () => {
  const bell = createBell()
  const waiting = [bell.wait(bell.rung(), LONG_MS, never), bell.wait(bell.rung(), LONG_MS, never)]
  bell.ring()
  expect(await Promise.all(waiting.map(woken))).toEqual(['rung', 'rung'])
})

it('does not let anybody wait past what rang while they were looking', async () => {
  const bell = createBell()
  const before = bell.rung()
  bell.ring()
  expect(await woken(bell.wait(before, LONG_MS, never))).toBe('rung')
})

it('wakes once for what rings in one busy moment, and not before', async () => {
  const bell = createBell()
  bell.ring()
  const before = bell.rung()
  for (let n = 0; n < 5; n += 1) bell.ring()
  expect(bell.rung()).toBe(before)
  expect(await woken(bell.wait(before, LONG_MS, never))).toBe('rung')
  await sleep(60)
  expect(bell.rung()).toBe(before + 1)
})

it('lets go when the time is over, or nobody waits any more', async () => {
  const bell = createBell()
  expect(await woken(bell.wait(bell.rung(), 10, never))).toBe('rung')
  const gone = new AbortController()
  const waiting = bell.wait(bell.rung(), LONG_MS, gone.signal)
  gone.abort()
  expect(await woken(waiting)).toBe('rung')
  expect(await woken(bell.wait(bell.rung(), LONG_MS, gone.signal))).toBe('rung')
})
