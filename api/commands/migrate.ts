import { migrate } from '../db/migrate.js'
import { syncTemplates } from '../domain/printing/syncTemplates.js'
import { write } from '../engine/unitOfWork.js'
import { operator, withDatabase } from './withDatabase.js'

/** `npm run migrate`: brings the tables and the built-in templates up to date. */
await withDatabase(async ({ db, catalog }) => {
  const ran = await migrate(db)
  const templates = await write({ db, catalog, who: operator, requestId: 'migrate' }, (context) =>
    syncTemplates(context),
  )
  const parts = [
    ...(ran.length > 0 ? [`migrated: ${ran.join(', ')}`] : []),
    ...(templates.length > 0 ? [`templates: ${templates.join(', ')}`] : []),
  ]
  process.stdout.write(`${parts.join('; ') || 'up to date'}\n`)
})
