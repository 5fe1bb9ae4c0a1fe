import type { Database, Row, Tx } from '../../db/database.js'

/** Numbers that one sentence names before it only counts them. */
const MOST_NAMED = 20

/** Every gap in the numbers, in sentences: per series and day the register holds 1 to the last number, each once. */
export async function verifyNumbers(db: Database, tx?: Tx): Promise<string[]> {
  const wrong = await db.select(
    `SELECT s.series, s.day, s.lastNumber, COUNT(r.id) AS held
     FROM number_series s
     LEFT JOIN number_register r ON r.series = s.series AND SUBSTR(r.number, LENGTH(s.series) + 1, 8) = s.day
     GROUP BY s.series, s.day, s.lastNumber HAVING COUNT(r.id) <> s.lastNumber`,
    [],
    tx,
  )
  const orphans = await db.select(
    `SELECT r.number FROM number_register r LEFT JOIN number_series s
       ON s.series = r.series AND s.day = SUBSTR(r.number, LENGTH(r.series) + 1, 8)
     WHERE s.series IS NULL ORDER BY r.number LIMIT ${MOST_NAMED}`,
    [],
    tx,
  )
  const gaps = await Promise.all(wrong.map((row) => gapSentence(db, row, tx)))
  return [...gaps, ...orphans.map(({ number }) => `Number ${String(number)} belongs to no series.`)]
}

async function gapSentence(db: Database, { series, day, lastNumber }: Row, tx?: Tx): Promise<string> {
  const prefix = `${String(series)}${String(day)}-`
  const rows = await db.select('SELECT number FROM number_register WHERE number LIKE ?', [`${prefix}%`], tx)
  const held = new Set(rows.map(({ number }) => Number(String(number).slice(prefix.length))))
  const last = Number(lastNumber)
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((one) => !held.has(one))
  const beyond = [...held].filter((one) => one > last)
  const named = [...missing, ...beyond].slice(0, MOST_NAMED)
  const list = named.map((one) => `${prefix}${String(one).padStart(4, '0')}`).join(', ')
  return `${prefix}: the series counts ${last} numbers, the register holds ${held.size}. Look at: ${list}.`
}
