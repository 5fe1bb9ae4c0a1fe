import type { Database } from './database.js'

/** SQL of the database's clock in ms: the one clock that all processes share. */
export const clock = ({ dialect }: Pick<Database, 'dialect'>): string =>
  dialect === 'mysql'
    ? 'CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)'
    : "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)"
