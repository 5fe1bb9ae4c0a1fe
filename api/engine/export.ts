import { once } from 'node:events'
import type { Request, Response } from 'express'
import { stringify } from 'csv-stringify/sync'
import { decide } from './access.js'
import { callerOf, requestLanguage } from './call.js'
import type { Entry } from './catalog.js'
import { shanghaiTime } from './day.js'
import type { Field } from './fields/index.js'
import { stream } from './list.js'
import { listQueryOf } from './listQuery.js'
import { present } from './present.js'
import { BadRequest, Forbidden } from './problems.js'
import { readableFields } from './rights.js'
import type { Stored } from './resource.js'
import type { Language } from './text.js'
import { write, type WriteBy } from './unitOfWork.js'

/** A spreadsheet takes a cell that begins like this for a formula. A plain negative number is none. */
const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^-?\d+(\.\d+)?$/

/** Streams all rows of a filtered list as CSV: UTF-8 with BOM, labels as heads. The export itself is audited. */
export async function exportRows(
  entry: Entry,
  by: WriteBy,
  request: Request,
  response: Response,
): Promise<void> {
  const { of } = entry
  const who = callerOf(request)
  if (decide(of.rights.read, who) === false) throw Forbidden()
  if ((request.query.format ?? 'csv') !== 'csv')
    throw BadRequest({ zh: '目前只能导出 csv 格式。', en: 'The only export format is csv.' })
  const query = listQueryOf(request.query)
  const language = requestLanguage(request)
  const columns = readableFields(of, who).filter(
    ([, field]) => field.kind !== 'lines' && field.kind !== 'json',
  )
  const batches = stream(entry, query, who)
  const first = await batches.next()

  await write(by, async ({ events }) => {
    events.push({
      action: 'export',
      resource: of.name,
      recordId: null,
      version: null,
      before: null,
      after: { format: 'csv', filter: query.filter, sort: query.sort ?? null },
    })
  })

  const day = shanghaiTime(new Date().toISOString()).slice(0, 16).replace(/[-: ]/g, '')
  response.set({
    'Content-Type': 'text/csv; charset=utf-8',
    'Content-Disposition': `attachment; filename="${of.name}-${day}.csv"`,
    'Cache-Control': 'no-store',
  })
  const heads = columns.map(([, field]) => field.label[language])
  response.write(`\ufeff${stringify([['ID', ...heads]])}`)
  for (let batch = first; !batch.done; batch = await batches.next()) {
    if (response.destroyed) return
    const rows = batch.value.map((row) => rowOf(present(of, row, who, language), columns, language))
    if (!response.write(stringify(rows)))
      await Promise.race([once(response, 'drain'), once(response, 'close')])
  }
  response.end()
}

const rowOf = (record: Stored, columns: [string, Field][], language: Language): string[] => [
  String(record.id),
  ...columns.map(([name, field]) => safe(cellOf(field, record[name], language))),
]

/** A value as people read it: yuan with two places, labels of choices, Shanghai time. */
function cellOf(field: Field, value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  if (field.kind === 'money') return yuan(Number(value))
  if (field.kind === 'datetime') return shanghaiTime(String(value))
  if (field.kind === 'boolean')
    return value ? (language === 'zh' ? '是' : 'yes') : language === 'zh' ? '否' : 'no'
  if (field.kind === 'choice')
    return [value]
      .flat()
      .map((one) => field.choices?.[String(one)]?.label[language] ?? String(one))
      .join(' ')
  if (field.kind === 'group') return Object.values(Object(value)).filter(Boolean).map(String).join(' ')
  return Array.isArray(value) ? value.join(' ') : String(value)
}

function yuan(fen: number): string {
  const digits = String(Math.abs(fen)).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

const safe = (cell: string): string => (FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell)
