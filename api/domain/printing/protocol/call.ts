import type { Request } from 'express'
import type { Database } from '../../../db/database.js'
import type { Principal } from '../../../engine/access.js'
import { callerOf } from '../../../engine/call.js'
import { problem } from '../../../engine/problem.js'
import { NotFound } from '../../../engine/problems.js'
import { say } from '../../../engine/text.js'

export const NotYours = problem('forbidden', 403, () => ({
  zh: '这台打印机不属于本密钥的站点。',
  en: "This printer does not belong to this key's site.",
}))

/** The site whose printers a key may drive. */
export const siteOf = (who: Principal): string => who.site ?? 'main'

/** The number in the path. */
export function idOf(request: Request): number {
  const id = String(request.params.id)
  if (!/^\d{1,15}$/.test(id)) throw NotFound(say('打印任务', 'Print jobs'), id.slice(0, 40))
  return Number(id)
}

/** A fence is a small number: it tells who is late, not who may. */
export async function requirePrinterOfSite(db: Database, request: Request): Promise<void> {
  const [row] = await db.select('SELECT site FROM printers WHERE id = ?', [idOf(request)])
  if (!row) throw NotFound(say('打印机', 'Printers'), idOf(request))
  if (row.site !== siteOf(callerOf(request))) throw NotYours()
}

export async function requireJobOfSite(db: Database, request: Request): Promise<void> {
  const [row] = await db.select(
    'SELECT p.site FROM print_jobs j JOIN printers p ON p.id = j.printerId WHERE j.id = ?',
    [idOf(request)],
  )
  if (!row) throw NotFound(say('打印任务', 'Print jobs'), idOf(request))
  if (row.site !== siteOf(callerOf(request))) throw NotYours()
}
