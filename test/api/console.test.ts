import { afterAll, describe, expect, it } from '@jest/globals'
import express from 'express'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { consoleRoutes } from '../../api/http/console.js'
import { freePort } from '../support/ports.js'

const home = mkdtempSync(path.join(tmpdir(), 'slipway-console-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

describe('the console', () => {
  it('is served from below a hidden folder too, its page for every path', async () => {
    const folder = path.join(home, '.local/slipway/admin/dist')
    mkdirSync(path.join(folder, 'assets'), { recursive: true })
    writeFileSync(path.join(folder, 'index.html'), '<title>Slipway</title>')
    writeFileSync(path.join(folder, 'assets/index.js'), 'let one')
    const app = express().use(consoleRoutes(folder))
    const port = await freePort()
    const server = createServer(app)
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
    try {
      for (const place of ['/', '/orders/1/show']) {
        const page = await fetch(`http://127.0.0.1:${port}${place}`)
        expect([page.status, await page.text()]).toEqual([200, '<title>Slipway</title>'])
      }
      const code = await fetch(`http://127.0.0.1:${port}/assets/index.js`)
      expect([code.status, await code.text()]).toEqual([200, 'let one'])
    } finally {
      server.close()
      server.closeAllConnections()
    }
  })
})
