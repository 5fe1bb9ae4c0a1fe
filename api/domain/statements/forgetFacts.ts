import type { Context } from '../../engine/context.js'

/** What this statement told may be told by another one. */
export const forgetFacts = ({ db, tx }: Context, statementId: number): Promise<number> =>
  db.execute('DELETE FROM statement_facts WHERE statementId = ?', [statementId], tx)
