import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { faultTable } from './faultMatrix.js'

// Puts the matrix into docs/printing.md in place of the table that stands there.
const file = path.join(import.meta.dirname, '../../../docs/printing.md')
const text = await readFile(file, 'utf8')
await writeFile(
  file,
  text.replace(/\| fails \|[^]*?(?=\n\n|\n$)/, () => faultTable()),
)
