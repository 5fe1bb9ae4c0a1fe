import { expect, it } from '@jest/globals'
import express from 'express'
import { serverOf } from '../../api/http/serverOf.js'

it('makes requests and responses that Express leaves as they are, and that are its own', async () => {
  const app = express()
  const server = serverOf(app)
  const made: unknown[] = []
  server.prependListener('request', (request, response) =>
    made.push(Object.getPrototypeOf(request), Object.getPrototypeOf(response)),
  )
  app.get('/orders/:id', (request, response) => {
    expect(Object.getPrototypeOf(request)).toBe(made[0])
    expect(Object.getPrototypeOf(response)).toBe(made[1])
    expect([request.app, response.app]).toEqual([app, app])
    response.status(201).json({ id: request.params.id, agent: request.get('x-agent') })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/orders/7`, { headers: { 'x-agent': 'scanner' } })
    expect([answer.status, await answer.json()]).toEqual([201, { id: '7', agent: 'scanner' }])
    expect(made).toHaveLength(2)
  } finally {
    server.close()
    server.closeAllConnections()
  }
})
