import type { Database, Row, Tx } from '../../db/database.js'
import { say, type Text2 } from '../../engine/text.js'

/** Numbers that one sentence names before it only counts them. */
const MOST_NAMED = 20

/** Every gap in the numbers, in sentences: per series and day the register holds 1 to the last number, each once. */
export async function verifyNumbers(db: Database, tx?: Tx): Promise<Text2[]> {
  const series = await db.select(
    'SELECT series, day, lastNumber FROM number_series ORDER BY series, day',
    [],
    tx,
  )
  // Counted in one pass of the register and compared here: a join by a part of the number would be a pass for each day.
  const counted = await db.select(
    `SELECT series, SUBSTR(number, LENGTH(series) + 1, 8) AS day, COUNT(*) AS held FROM number_register
     GROUP BY series, SUBSTR(number, LENGTH(series) + 1, 8)`,
    [],
    tx,
  )
  const held = new Map(counted.map((row) => [keyOf(row), Number(row.held)]))
  const known = new Set(series.map(keyOf))
  const wrong = series.filter((row) => (held.get(keyOf(row)) ?? 0) !== Number(row.lastNumber))
  const strays = counted.filter((row) => !known.has(keyOf(row)))
  const faults: Text2[] = []
  for (const row of wrong) faults.push(await gapSentence(db, row, tx))
  for (const row of strays) faults.push(...(await straySentences(db, row, tx)))
  return faults
}

const keyOf = ({ series, day }: Row): string => `${String(series)} ${String(day)}`

async function straySentences(db: Database, { series, day }: Row, tx?: Tx): Promise<Text2[]> {
  const rows = await db.select(
    `SELECT number FROM number_register WHERE series = ? AND SUBSTR(number, LENGTH(series) + 1, 8) = ?
     ORDER BY number LIMIT ${MOST_NAMED}`,
    [String(series), String(day)],
    tx,
  )
  return rows.map(({ number }) =>
    say(`单号 ${String(number)} 不属于任何号段。`, `Number ${String(number)} belongs to no series.`),
  )
}

async function gapSentence(db: Database, { series, day, lastNumber }: Row, tx?: Tx): Promise<Text2> {
  const prefix = `${String(series)}${String(day)}-`
  const rows = await db.select('SELECT number FROM number_register WHERE number LIKE ?', [`${prefix}%`], tx)
  const held = new Set(rows.map(({ number }) => Number(String(number).slice(prefix.length))))
  const last = Number(lastNumber)
  const missing = Array.from({ length: last }, (_, at) => at + 1).filter((one) => !held.has(one))
  const beyond = [...held].filter((one) => one > last)
  const named = [...missing, ...beyond].slice(0, MOST_NAMED)
  const numbers = named.map((one) => `${prefix}${String(one).padStart(4, '0')}`)
  return say(
    `${prefix}：号段数到 ${last}，登记簿里有 ${held.size} 个。请看：${numbers.join('、')}。`,
    `${prefix}: the series counts ${last} numbers, the register holds ${held.size}. Look at: ${numbers.join(', ')}.`,
  )
}
