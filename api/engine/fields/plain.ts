import { DataTypes } from 'sequelize'
import { z } from 'zod'
import type { FieldOptions, Kind } from './field.js'
import { parseJson } from '../shapes.js'

/** A SHA-256 in hex, written by the system. */
export const hash = <const O extends FieldOptions>(options: O) => ({
  kind: 'hash' as const,
  readOnly: true,
  ...options,
})

/** A sentence of the system in both languages; the API speaks it in the reader's. */
export const sentence = <const O extends FieldOptions>(options: O) => ({
  kind: 'sentence' as const,
  readOnly: true,
  ...options,
})

export const hashKind: Kind = {
  column: () => DataTypes.STRING(64),
  input: () => z.string(),
  operators: ['eq'],
  jsonSchema: () => ({ type: 'string' }),
}

export const sentenceKind: Kind = {
  column: () => DataTypes.TEXT,
  input: () => z.string(),
  load: (value) => (typeof value === 'string' ? parseJson(value) : value),
  save: (value) => JSON.stringify(value),
  operators: [],
  jsonSchema: () => ({ type: 'string' }),
}
