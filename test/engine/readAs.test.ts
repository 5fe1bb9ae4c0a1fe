import { expect, it } from '@jest/globals'
import express, { type Request } from 'express'
import type { Principal } from '../../api/engine/access.js'
import { callerOf, isSignedIn, readAs, setCall } from '../../api/engine/call.js'

const person = (...roles: string[]): Principal => ({
  kind: 'user',
  id: 7,
  username: 'wang',
  name: '王敏',
  roles,
})

/** A request of a clerk, as was last seen, whose session stands `now` for somebody. */
function claimed(now: Promise<Principal | null>): Request {
  const request: Request = Object.create(express.request)
  setCall(request, { who: null, requestId: 'r1', claim: { who: person('clerk'), now } })
  return request
}

/** Reads orders, and notes for which roles. */
function reading(request: Request) {
  const asked: string[] = []
  const answer = readAs(request, async ({ roles }) => {
    asked.push(roles.join())
    if (roles.includes('nobody')) throw new Error('nobody reads')
    return `orders of ${roles.join()}`
  })
  return { asked, answer }
}

it('is read once for who is still the same, and known from then on', async () => {
  const request = claimed(Promise.resolve(person('clerk')))
  expect(isSignedIn(request)).toBe(true)
  const { asked, answer } = reading(request)
  expect(await answer).toBe('orders of clerk')
  expect(asked).toEqual(['clerk'])
  expect(callerOf(request)).toEqual(person('clerk'))
})

it('is refused, and nothing that was read is told, when the session is over', async () => {
  const request = claimed(Promise.resolve(null))
  await expect(reading(request).answer).rejects.toMatchObject({ status: 401 })
  expect(isSignedIn(request)).toBe(false)
})

it('is read anew for who has other roles by now', async () => {
  const { asked, answer } = reading(claimed(Promise.resolve(person('auditor'))))
  expect(await answer).toBe('orders of auditor')
  expect(asked).toEqual(['clerk', 'auditor'])
})

it('tells the refusal of who it is now, not of who it was', async () => {
  const { answer } = reading(claimed(Promise.resolve(person('nobody'))))
  await expect(answer).rejects.toThrow('nobody reads')
})

it('fails when nobody can say who it is, whatever was read', async () => {
  await expect(reading(claimed(Promise.reject(new Error('away')))).answer).rejects.toThrow('away')
})

it('a route that does not wait for the answer refuses', () => {
  const request = claimed(Promise.resolve(person('clerk')))
  expect(() => callerOf(request)).toThrow(expect.objectContaining({ status: 401 }))
})
