import { DataTypes, type Model, type ModelAttributes, type ModelStatic, type Sequelize } from 'sequelize'
import { kinds, type Fields } from './fields/index.js'
import { fieldsOf, type AnyResource, type Stored } from './resource.js'

export type Table = ModelStatic<Model>

export interface LineModel {
  /** The field of the parent that holds these lines. */
  field: string
  fields: Fields
  model: Table
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

/** A row of the database → the stored form of the declared fields. */
export function fromRow(fields: Fields, row: Stored): Stored {
  const record: Stored = { ...row }
  for (const own of ['id', 'version', 'parentId'] as const)
    if (own in record) record[own] = Number(record[own])
  for (const [name, field] of Object.entries(fields)) {
    const value = row[name]
    if (value === undefined) continue
    record[name] = value === null ? null : (kinds[field.kind].load?.(value, field) ?? value)
  }
  return record
}

/** The stored form → what the columns take; fields without a column of their own are left out. */
export function toRow(fields: Fields, values: Stored): Stored {
  const row: Stored = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = values[name]
    if (value === undefined || field.derived || kinds[field.kind].column(field) === null) continue
    row[name] = value === null ? null : (kinds[field.kind].save?.(value) ?? value)
  }
  return row
}
