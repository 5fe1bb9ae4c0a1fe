import { startOfDay } from '../day.js'
import { parseDecimal } from '../decimal.js'
import type { Field } from '../fields/index.js'
import type { Text2 } from '../text.js'
import { say } from '../text.js'
import { fold } from './fold.js'
import { plainNumber } from './plainNumber.js'
import type { CellFault } from './sheet/sheet.js'
import { typedTime } from './typedTime.js'

type Plain = string | number | boolean | Date

/**
 * What a cell means for a field, as the API speaks it; the field's own validator then has the last word. A reference
 * stays the text that names the record. A fault says how the value should be written.
 */
export function readCell(field: Field, cell: Plain): { value: unknown } | CellFault {
  const read = readers[field.kind] ?? text
  return read(cell, field)
}

type Reader = (cell: Plain, field: Field) => { value: unknown } | CellFault

const fault = (text2: Text2): CellFault => ({ fault: text2 })

const text: Reader = (cell) => {
  if (cell instanceof Date) return { value: typedTime(cell)?.day ?? '' }
  if (typeof cell !== 'number')
    return { value: typeof cell === 'boolean' ? String(cell).toUpperCase() : cell.trim() }
  const plain = plainNumber(cell)
  if (plain === null || (Number.isInteger(cell) && Math.abs(cell) >= 1e15))
    return fault(
      say(
        '数字太长，表格已丢失后面的位数。请把这一列设为文本格式后重新填写。',
        'The number is too long: the spreadsheet has lost its last digits. Format the column as text and type it again.',
      ),
    )
  return { value: plain }
}

const number =
  (scale: number, example: string): Reader =>
  (cell) => {
    const plain = typeof cell === 'boolean' || cell instanceof Date ? null : plainNumber(cell)
    if (plain === null) return fault(say(`请填写数字，如 ${example}。`, `Enter a number such as ${example}.`))
    // A float that a formula has made, such as 3.3000000000000003, was rounded to what people see.
    return { value: typeof cell === 'number' ? rounded(plain, scale) : plain }
  }

const rounded = (plain: string, scale: number): string =>
  parseDecimal(plain, scale) === null && /\.\d{10,}$/.test(plain) ? Number(plain).toFixed(scale) : plain

const money: Reader = (cell, field) => {
  const read = number(2, '1,250.00')(cell, field)
  if ('fault' in read) return read
  const fen = parseDecimal(String(read.value), 2)
  return fen === null
    ? fault(say('金额最多两位小数。', 'An amount has at most two decimal places.'))
    : { value: fen }
}

const rate: Reader = (cell) => {
  const typed = typeof cell === 'boolean' || cell instanceof Date ? null : cell
  const percent = typeof typed === 'string' ? /^(.*)%$/.exec(typed.normalize('NFKC').trim())?.[1] : undefined
  const plain = typed === null ? null : plainNumber(percent ?? typed)
  if (plain === null) return fault(say('请填写税率，如 13% 或 0.13。', 'Enter a rate such as 13% or 0.13.'))
  if (percent === undefined && Number(plain) === 1)
    return fault(say('是 1% 还是 100%?请写明百分号。', 'Is it 1% or 100%? Please write the percent sign.'))
  const isPercent = percent !== undefined || Number(plain) > 1
  return { value: isPercent ? hundredth(plain) : plain }
}

/** `13` → `0.13`, by its digits. */
function hundredth(plain: string): string {
  const [whole = '', fraction = ''] = plain.replace('-', '').split('.')
  const digits = whole.padStart(3, '0')
  return `${plain.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}${fraction}`
}

const YES = new Set(['是', 'yes', 'y', 'true', '1', '√', '✓', '对'])
const NO = new Set(['否', 'no', 'n', 'false', '0', '×', '✗', '不', '错'])

const boolean: Reader = (cell) => {
  const typed = cell instanceof Date ? '' : fold(String(cell))
  if (YES.has(typed)) return { value: true }
  if (NO.has(typed)) return { value: false }
  return fault(say('请填写 是 或 否。', 'Enter yes or no.'))
}

const choice: Reader = (cell, field) => {
  const typed = cell instanceof Date ? '' : fold(String(cell))
  const choices = Object.entries(field.choices ?? {})
  const found = choices.find(
    ([value, { label }]) => fold(value) === typed || fold(label.zh) === typed || fold(label.en) === typed,
  )
  if (found) return { value: found[0] }
  return fault(
    say(
      `没有「${String(cell)}」这一项，可填：${choices.map(([, { label }]) => label.zh).join('、')}。`,
      `There is no choice "${String(cell)}". Choose one of: ${choices.map(([, { label }]) => label.en).join(', ')}.`,
    ),
  )
}

const date: Reader = (cell) => {
  const read = typeof cell === 'boolean' ? null : typedTime(cell)
  return read
    ? { value: read.day }
    : fault(say('请填写日期，如 2026-11-23。', 'Enter a date such as 2026-11-23.'))
}

/** Times are typed as clocks in China show them. */
const datetime: Reader = (cell) => {
  const read = typeof cell === 'boolean' ? null : typedTime(cell)
  if (!read) return fault(say('请填写时间，如 2026-11-23 08:30。', 'Enter a time such as 2026-11-23 08:30.'))
  const [h = 0, m = 0, s = 0] = read.time.split(':').map(Number)
  const begin = Date.parse(startOfDay(read.day))
  return { value: new Date(begin + ((h * 60 + m) * 60 + s) * 1000).toISOString() }
}

const readers: Partial<Record<Field['kind'], Reader>> = {
  integer: number(0, '12'),
  quantity: number(4, '1,200.5'),
  price: number(6, '12.50'),
  money,
  rate,
  boolean,
  choice,
  date,
  datetime,
}
