import { existsSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import express, { Router } from 'express'

const BUILT = fileURLToPath(new URL('../../admin/dist/', import.meta.url))

/** The built console: hashed files are cached for ever, the page itself never, and every path is the page. */
export function consoleRoutes(folder = BUILT): Router {
  const router = Router()
  const page = path.join(folder, 'index.html')
  router.use(
    '/assets',
    express.static(path.join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }),
  )
  router.use(express.static(folder, { index: false, maxAge: '1h' }))
  router.get('/{*path}', (_request, response) => {
    if (!existsSync(page)) {
      response
        .status(503)
        .type('text')
        .send('控制台还没有构建，请运行 npm start。 The console is not built yet; run npm start.')
      return
    }
    // By its name in the folder: a path with a hidden folder above it, as in ~/.local, is refused.
    response.set('Cache-Control', 'no-cache').sendFile('index.html', { root: folder })
  })
  return router
}
