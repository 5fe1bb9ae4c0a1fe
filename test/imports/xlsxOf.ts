import { ZipFile } from 'yazl'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const rels = (...all: [id: string, type: string, target: string][]) =>
  `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all
    .map(([id, type, target]) => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`

/** Texts and numbers as cells; a text that begins with `<c` is a cell as it stands. Empty ones are left out. */
export const rowXml = (number: number, cells: readonly (string | number | null)[]): string =>
  `<row r="${number}">${cells
    .map((cell, at) => {
      const ref = `${String.fromCharCode(65 + at)}${number}`
      if (cell === null) return ''
      if (typeof cell === 'number') return `<c r="${ref}"><v>${cell}</v></c>`
      return cell.startsWith('<c')
        ? cell.replace('<c', `<c r="${ref}"`)
        : `<c r="${ref}" t="inlineStr"><is><t>${cell}</t></is></c>`
    })
    .join('')}</row>`

/** A workbook of one sheet, written part by part, so that a test decides what stands in it. Style 1 is a date. */
export function xlsxOf(
  rows: readonly (readonly (string | number | null)[])[],
  merges: readonly string[] = [],
): Promise<Buffer> {
  const zip = new ZipFile()
  const add = (name: string, text: string) => zip.addBuffer(Buffer.from(text), name)
  add(
    '[Content_Types].xml',
    `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>`,
  )
  add('_rels/.rels', rels(['rId1', 'officeDocument', 'xl/workbook.xml']))
  add(
    'xl/_rels/workbook.xml.rels',
    rels(['rId1', 'worksheet', 'worksheets/sheet1.xml'], ['rId2', 'styles', 'styles.xml']),
  )
  add(
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  )
  add(
    'xl/styles.xml',
    `${head}<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  )
  const merged =
    merges.length > 0
      ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
      : ''
  add(
    'xl/worksheets/sheet1.xml',
    `${head}<worksheet xmlns="${main}"><sheetData>${rows.map((cells, at) => rowXml(at + 1, cells)).join('')}</sheetData>${merged}</worksheet>`,
  )
  zip.end()
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    zip.outputStream.on('data', (part: Buffer) => parts.push(part))
    zip.outputStream.on('end', () => resolve(Buffer.concat(parts)))
    zip.outputStream.on('error', reject)
  })
}
