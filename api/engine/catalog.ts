import type { Sequelize } from 'sequelize'
import { declarationFaults } from './declarationFaults.js'
import { recordSql, type RecordSql } from './recordSql.js'
import type { AnyResource } from './resource.js'
import { lineTables, type LineTable } from './tables.js'
import { validatorsOf, type Validators } from './validator.js'

/** A declaration with what was derived from it once, at boot. */
export interface Entry {
  of: AnyResource
  lines: LineTable[]
  validators: Validators
  sql: RecordSql
  sequelize: Sequelize
}

export interface Catalog {
  list: readonly Entry[]
  has(name: string): boolean
  /** The entry of that name; asking for one that is not declared is a fault of the program. */
  get(name: string): Entry
}

/** Derives everything from the declarations. Throws one error that lists all their faults in sentences. */
export function catalogOf(declarations: readonly AnyResource[], sequelize: Sequelize): Catalog {
  const faults = declarationFaults(declarations)
  if (faults.length > 0) throw new Error(`The declarations are wrong:\n- ${faults.join('\n- ')}`)
  const list = declarations.map((of): Entry => ({
    of,
    lines: lineTables(of),
    validators: validatorsOf(of),
    sql: recordSql(of),
    sequelize,
  }))
  const byName = new Map(list.map((entry) => [entry.of.name, entry]))
  return {
    list,
    has: (name) => byName.has(name),
    get(name) {
      const entry = byName.get(name)
      if (!entry) throw new Error(`No resource "${name}" is declared.`)
      return entry
    },
  }
}
