import type { Context } from '../../../engine/context.js'
import { readPreferences } from '../../preferences/preferences.js'

/** Where a person's papers go unless a rule says otherwise: the preference `print.printer`, the id of a printer. */
export async function ownPrinter({ db, tx, who }: Context): Promise<number | null> {
  const wanted = (await readPreferences(db, who, tx))['print.printer']
  return typeof wanted === 'number' ? wanted : null
}
