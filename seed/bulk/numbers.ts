import type { Database, Tx } from '../../api/db/database.js'
import { dayOf } from '../../api/engine/day.js'
import { insertRows, upsertRows, type BulkRow } from './insertRows.js'

/** Takes numbers from the same series as the house, without gaps per day, and enters them in the same register. */
export class Numbers {
  private readonly last = new Map<string, number>()
  private readonly touched = new Set<string>()
  private entries: BulkRow[] = []

  static async read(db: Database): Promise<Numbers> {
    const numbers = new Numbers()
    for (const row of await db.select('SELECT series, day, lastNumber FROM number_series'))
      numbers.last.set(`${String(row.series)} ${String(row.day)}`, Number(row.lastNumber))
    return numbers
  }

  take(series: 'XS' | 'FH', resource: string, recordId: number, at: string, by: string): string {
    const day = dayOf(at).replaceAll('-', '')
    const key = `${series} ${day}`
    const next = (this.last.get(key) ?? 0) + 1
    this.last.set(key, next)
    this.touched.add(key)
    const number = `${series}${day}-${String(next).padStart(4, '0')}`
    this.entries.push([series, number, 'used', resource, recordId, at, by])
    return number
  }

  /** Writes the series and register entries of everything taken since the last time. */
  async store(db: Database, tx: Tx): Promise<void> {
    const series = [...this.touched].map((key) => [...key.split(' '), this.last.get(key) ?? 0])
    await upsertRows(db, tx, 'number_series', ['series', 'day', 'lastNumber'], series, {
      key: 'series, day',
      changed: ['lastNumber'],
    })
    const columns = ['series', 'number', 'status', 'resource', 'recordId', 'takenAt', 'takenBy']
    await insertRows(db, tx, 'number_register', columns, this.entries)
  }

  /** Lets go of what has been committed. */
  forget(): void {
    this.touched.clear()
    this.entries = []
  }
}
