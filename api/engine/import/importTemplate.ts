import type { Principal } from '../access.js'
import type { ExportTable } from '../export/exportTable.js'
import type { AnyResource } from '../resource.js'
import type { Language } from '../text.js'
import { importColumns } from './importable.js'

/** An empty table with the heads that an import understands; those that must be filled bear a star. */
export function importTemplate(of: AnyResource, who: Principal, language: Language): ExportTable {
  const columns = importColumns(of, who)
  return {
    names: columns.map(({ path }) => path),
    columns: columns.map(({ field }) => field),
    heads: columns.map(({ label, required }) => label[language] + (required ? '*' : '')),
    batches: nothing(),
  }
}

async function* nothing(): AsyncGenerator<string[][]> {
  yield []
}
