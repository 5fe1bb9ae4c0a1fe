import { run } from '../../db/driver.js'
import type { Entry } from '../catalog.js'
import { column, oneOf } from '../condition.js'
import { fieldsOf, type Stored } from '../resource.js'
import { say } from '../text.js'
import type { Faults } from './faults.js'
import { fold } from './fold.js'

const CHUNK = 500

/** Finds values that must be unique and are not: in the file so far, and in the database. */
export class Duplicates {
  private readonly seen: Map<string, Map<string, number>>

  constructor(private readonly entry: Entry) {
    const unique = fieldsOf(entry.of).filter(([, field]) => field.unique && !field.readOnly && !field.derived)
    this.seen = new Map(unique.map(([name]) => [name, new Map<string, number>()]))
  }

  async find(records: readonly { row: number; values: Stored }[], faults: Faults): Promise<void> {
    for (const [name, seen] of this.seen) {
      const fresh: { row: number; text: string }[] = []
      for (const { row, values } of records) {
        if (values[name] == null) continue
        const text = String(values[name])
        const before = seen.get(fold(text))
        if (before === undefined) fresh.push({ row, text })
        else
          faults.add(
            row,
            name,
            say(`「${text}」与第 ${before} 行重复。`, `"${text}" stands in row ${before} already.`),
          )
        if (before === undefined) seen.set(fold(text), row)
      }
      const taken = await this.taken(
        name,
        fresh.map(({ text }) => text),
      )
      for (const { row, text } of fresh)
        if (taken.has(fold(text)))
          faults.add(row, name, say(`「${text}」已经存在。`, `"${text}" exists already.`))
    }
  }

  private async taken(name: string, texts: string[]): Promise<Set<string>> {
    const taken = new Set<string>()
    for (let at = 0; at < texts.length; at += CHUNK) {
      const { sql, sequelize } = this.entry
      const among = oneOf(name, texts.slice(at, at + CHUNK))
      const { rows } = await run(
        sequelize,
        `SELECT ${column(name)} AS name FROM ${sql.table} WHERE ${among.sql}`,
        among.values,
      )
      for (const row of rows) taken.add(fold(String(row.name)))
    }
    return taken
  }
}
