import { apiRows } from './apiRows.js'
import type { FaultRow } from './faultRow.js'
import { killRows } from './killRows.js'
import { networkRows } from './networkRows.js'
import { printerRows } from './printerRows.js'

/** Every instant at which something between a job and its paper can fail. docs/printing.md shows this table. */
export const faultMatrix: FaultRow[] = [...killRows, ...apiRows, ...printerRows, ...networkRows]

/** The matrix as a table in Markdown. */
export function faultTable(): string {
  const rows = faultMatrix.map(
    ({ fails, when, paper, ledger }) => `| ${fails} | ${when} | ${paper} | ${ledger} |`,
  )
  return ['| fails | when | paper | ledger |', '|---|---|---|---|', ...rows].join('\n')
}
