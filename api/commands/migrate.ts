import { migrate } from '../db/migrate.js'
import { addCopySets } from '../domain/printing/copies/addCopySets.js'
import { syncTemplates } from '../domain/printing/templates/syncTemplates.js'
import { write } from '../engine/unitOfWork.js'
import { operator, withDatabase } from './withDatabase.js'

/** `npm run migrate`: brings the tables, the built-in templates and the default copy sets up to date. */
await withDatabase(async ({ db, catalog }) => {
  const ran = await migrate(db)
  const [templates, sets] = await write(
    { db, catalog, who: operator, requestId: 'migrate' },
    async (context) => [await syncTemplates(context), await addCopySets(context)],
  )
  const parts = [
    ...(ran.length > 0 ? [`migrated: ${ran.join(', ')}`] : []),
    ...(templates.length > 0 ? [`templates: ${templates.join(', ')}`] : []),
    ...(sets.length > 0 ? [`copy sets: ${sets.join(', ')}`] : []),
  ]
  process.stdout.write(`${parts.join('; ') || 'up to date'}\n`)
})
