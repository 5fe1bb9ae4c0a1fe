import { DataTypes } from 'sequelize'
import { z } from 'zod'
import { wrong, type FieldOptions, type Kind } from './field.js'
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

const NO_HASH = wrong('应是 64 位十六进制的指纹。', 'It must be a hash of 64 hex digits.')

export const hashKind: Kind = {
  column: () => DataTypes.STRING(64),
  input: () => z.string({ error: () => NO_HASH }).regex(/^[0-9a-f]{64}$/, NO_HASH),
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
