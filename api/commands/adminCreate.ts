import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { create } from '../engine/operations.js'
import { Problem } from '../engine/problem.js'
import { write } from '../engine/unitOfWork.js'
import { operator, withDatabase } from './withDatabase.js'

/** `npm run admin:create -- --username U [--name N]`: the first administrator. Asks for the password, or reads ADMIN_PASSWORD. */
await withDatabase(async ({ db, catalog }) => {
  const { username, name } = parseArgs({
    options: { username: { type: 'string' }, name: { type: 'string' } },
  }).values
  if (!username) {
    process.stderr.write('Say which user to make: npm run admin:create -- --username U\n')
    return 1
  }
  const password = process.env.ADMIN_PASSWORD ?? (await askPassword())
  try {
    await write({ db, catalog, who: operator, requestId: 'admin-create' }, (context) =>
      create(context, catalog.get('users'), { username, name: name ?? username, roles: ['admin'], password }),
    )
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { message, errors } = error.body('en')
    process.stderr.write(`${message} ${JSON.stringify(errors ?? {})}\n`)
    return 1
  }
  process.stdout.write(`The administrator "${username}" was made. Sign in with this name.\n`)
  return 0
})

async function askPassword(): Promise<string> {
  const ask = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await ask.question('Password (at least 10 characters): ')
  } finally {
    ask.close()
  }
}
