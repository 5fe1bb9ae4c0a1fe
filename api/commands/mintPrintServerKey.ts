import { randomBytes } from 'node:crypto'
import { PRINT_SERVER } from '../domain/access/roles.js'
import { create } from '../engine/operations.js'
import { write } from '../engine/unitOfWork.js'
import { operator, withDatabase } from './withDatabase.js'

/** Makes a print server's key for the site `main` and prints its token; it is told nowhere else. */
await withDatabase(async ({ db, catalog }) => {
  const token = await write({ db, catalog, who: operator, requestId: 'mint-key' }, async (context) => {
    const name = `print-server-${randomBytes(3).toString('hex')}`
    await create(context, catalog.get('api-keys'), { name, site: 'main', roles: [PRINT_SERVER] })
    return context.reveal.token
  })
  process.stdout.write(`${token}\n`)
})
