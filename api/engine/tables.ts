import { DataTypes, type Model, type ModelAttributes, type ModelStatic, type Sequelize } from 'sequelize'
import type { Value } from '../db/driver.js'
import type { ColumnValues } from './insertRows.js'
import { kinds, type Field, type Fields } from './fields/index.js'
import { lineSql } from './recordSql.js'
import { fieldsOf, type AnyResource, type Stored } from './resource.js'

export type Table = ModelStatic<Model>

export interface LineModel {
  /** The field of the parent that holds these lines. */
  field: string
  fields: Fields
  model: Table
  sql: ReturnType<typeof lineSql>
}

const id = { type: DataTypes.BIGINT, primaryKey: true, autoIncrement: true }

/** The Sequelize model of a record type: a column per field, named like it. */
export function recordModel(sequelize: Sequelize, of: AnyResource): Table {
  return sequelize.define(
    of.name,
    {
      id,
      version: { type: DataTypes.BIGINT, allowNull: false },
      createdAt: { type: DataTypes.STRING(24), allowNull: false },
      updatedAt: { type: DataTypes.STRING(24), allowNull: false },
      ...columns(of.fields),
    },
    { tableName: of.table, timestamps: false, version: false },
  )
}

export function lineModels(sequelize: Sequelize, of: AnyResource): LineModel[] {
  return fieldsOf(of)
    .filter(([, field]) => field.kind === 'lines')
    .map(([name, field]) => ({
      field: name,
      fields: field.fields ?? {},
      sql: lineSql(String(field.table), field.fields ?? {}),
      model: sequelize.define(
        `${of.name}.${name}`,
        {
          id,
          parentId: { type: DataTypes.BIGINT, allowNull: false },
          lineNo: { type: DataTypes.INTEGER, allowNull: false },
          ...columns(field.fields ?? {}),
        },
        { tableName: String(field.table), timestamps: false },
      ),
    }))
}

function columns(fields: Fields): ModelAttributes {
  const attributes: ModelAttributes = {}
  for (const [name, field] of Object.entries(fields)) {
    const type = field.derived === 'record' ? null : kinds[field.kind].column(field)
    if (type) attributes[name] = { type, allowNull: !field.required }
  }
  return attributes
}

/** A row of the database → the stored form of the declared fields, in place: the row is the driver's gift. */
export function fromRow(fields: Fields, row: Stored): Stored {
  for (const [name, field, load] of loadersOf(fields)) {
    const value = row[name]
    if (value !== undefined && value !== null) row[name] = load(value, field)
  }
  return row
}

type Loader = readonly [name: string, field: Field, load: (value: unknown, field: Field) => unknown]
const loaders = new WeakMap<Fields, Loader[]>()

/** What has to be read differently from how the driver gives it. Integers it gives as numbers already. */
function loadersOf(fields: Fields): Loader[] {
  const known = loaders.get(fields)
  if (known) return known
  const made = Object.entries(fields).flatMap(([name, field]): Loader[] => {
    const load = kinds[field.kind].load
    return load ? [[name, field, load]] : []
  })
  loaders.set(fields, made)
  return made
}

/** The stored form → what the columns take; fields without a column of their own are left out. */
export function toRow(fields: Fields, values: Stored): ColumnValues {
  const row: ColumnValues = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value === undefined || field.derived || kinds[field.kind].column(field) === null) continue
    row[name] = value === null ? null : plain(kinds[field.kind].save?.(value) ?? value)
  }
  return row
}

function plain(value: unknown): Value {
  if (typeof value === 'number' || typeof value === 'boolean' || Buffer.isBuffer(value)) return value
  return typeof value === 'string' ? value : JSON.stringify(value)
}
