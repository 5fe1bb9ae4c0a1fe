import { z } from 'zod'

/**
 * A backup is a gzip of lines of JSON: the head; then for each table its name and columns, its rows as arrays, and
 * an end with their number and SHA-256; last a line that says it is whole. It is the same on every database.
 */
export const FORMAT = 1

const column = z.object({ name: z.string(), kind: z.enum(['number', 'text', 'bytes']) })

export const headLine = z.object({
  slipway: z.literal('backup'),
  format: z.number(),
  madeAt: z.string(),
  migrations: z.array(z.string()),
  audit: z.object({ seq: z.number(), hash: z.string() }),
})
export const tableLine = z.object({ table: z.string(), columns: z.array(column) })
export const endLine = z.object({ end: z.string(), rows: z.number(), sha256: z.string() })
export const wholeLine = z.object({ whole: z.literal(true), tables: z.number(), rows: z.number() })
export const rowLine = z.array(z.union([z.string(), z.number(), z.null()]))

export type Head = z.infer<typeof headLine>
export type BackupColumn = z.infer<typeof column>
export type BackupRow = z.infer<typeof rowLine>

export interface TableSum {
  name: string
  rows: number
  sha256: string
}

export interface BackupManifest extends Head {
  tables: TableSum[]
  rows: number
}
