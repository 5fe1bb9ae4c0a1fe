const DEADLOCK = new Set([1213, 1205, 1020])
const AWAY = new Set([1047, 1040, 1053, 1152, 1184, 1203])
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'PROTOCOL_CONNECTION_LOST',
  'EHOSTUNREACH',
])

function driverError(error: unknown): { errno?: unknown; code?: unknown } {
  if (typeof error !== 'object' || error === null) return {}
  if ('parent' in error && typeof error.parent === 'object' && error.parent !== null) return error.parent
  return error
}

/** The database chose this transaction as the loser: run it again from its beginning. */
export function isDeadlock(error: unknown): boolean {
  const { errno, code } = driverError(error)
  return DEADLOCK.has(Number(errno)) || code === 'SQLITE_BUSY'
}

/** The database cannot be reached or takes no work now; nothing was committed. */
export function isUnreachable(error: unknown): boolean {
  const { errno, code } = driverError(error)
  if (AWAY.has(Number(errno)) || (typeof code === 'string' && AWAY_CODES.has(code))) return true
  return error instanceof Error && error.name.startsWith('SequelizeConnection')
}

/** A unique index refused a row; answers the text that names the index, else null. */
export function uniqueViolation(error: unknown): string | null {
  const text = textOf(error)
  return driverError(error).errno === 1062 || text.includes('UNIQUE constraint failed') ? text : null
}

const FOREIGN_KEY = new Set<unknown>([1216, 1217, 1451, 1452])

/** A foreign key refused: the row is still used elsewhere, or names a row that is gone. */
export const isForeignKeyViolation = (error: unknown): boolean =>
  FOREIGN_KEY.has(driverError(error).errno) || textOf(error).includes('FOREIGN KEY constraint failed')

/** The statement names a table that is not there: nothing was migrated yet. */
export const isMissingTable = (error: unknown): boolean =>
  driverError(error).errno === 1146 || textOf(error).includes('no such table')

/** What an error and the driver's error in it say. An addon's errors need not be instances of this realm's Error. */
const textOf = (error: unknown): string =>
  [error, driverError(error)]
    .map((one) =>
      typeof one === 'object' && one !== null && 'message' in one && typeof one.message === 'string'
        ? one.message
        : '',
    )
    .join(' ')

const FULL = new Set<unknown>(['ENOSPC', 'EDQUOT', 'SQLITE_FULL', 'ER_DISK_FULL', 'ER_RECORD_FILE_FULL'])

/** The disk that should hold the bytes is full: this machine's, or the database's. */
export const isDiskFull = (error: unknown): boolean => FULL.has(errorCode(error))

/** The code that the driver, the file system or a library put on an error; empty when there is none. */
export const errorCode = (error: unknown): string => String(driverError(error).code ?? '')
