// Checks an unpacked month of Slipway, offline: node verify.mjs [folder]. Needs Node.js 18 or later and nothing else.
// Exit code 0: everything is as it was exported; 1: something is not; 2: it could not be checked.
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** @typedef {{ path: string, bytes: number, sha256: string }} PackedFile */
/** @typedef {{ name: string, columns: string[], rows: number }} Table */
/** @typedef {(field: string) => string} Row */
/** @typedef {{ zh: string, en: string }} Words */
/** @typedef {{ records: string, lines: string, zh: string, en: string, added: Record<string, string>, total?: string[], lineTotal?: string[] }} Sums */

const folder = path.resolve(process.argv[2] ?? path.dirname(fileURLToPath(import.meta.url)))
/** What unpacking and looking leave behind on their own. */
const ignored = new Set(['.DS_Store', 'Thumbs.db', 'desktop.ini', '__MACOSX'])
const mostShown = 20
/** What a copy without prices does not say. */
const linePrices = ['unitPrice', 'taxRate', 'netAmount', 'taxAmount', 'grossAmount']
const totalPrices = ['netAmount', 'taxAmount', 'grossAmount', 'grossInWords']

const price = ['netAmount', 'taxAmount', 'grossAmount']
/** What is re-added: the figure of a record by that of its lines; a `total` is the sum of the figures before it. */
/** @type {Sums[]} */
const sums = [
  {
    records: 'orders',
    lines: 'order-lines',
    zh: '订单',
    en: 'Order',
    added: { netAmount: 'netAmount', taxAmount: 'taxAmount', grossAmount: 'grossAmount' },
    total: price,
    lineTotal: price,
  },
  {
    records: 'receipts',
    lines: 'receipt-lines',
    zh: '收款',
    en: 'Receipt',
    added: { allocated: 'amount' },
    total: ['allocated', 'unallocated', 'amount'],
  },
  {
    records: 'statements',
    lines: 'statement-lines',
    zh: '对账单',
    en: 'Statement',
    added: { charges: 'charge', received: 'payment' },
    total: ['opening', 'charges', '-received', 'closing'],
  },
  {
    records: 'handovers',
    lines: 'handover-lines',
    zh: '交接单',
    en: 'Handover',
    added: { packages: 'packages', weightKg: 'weightKg' },
  },
]
/** @type {Record<string, [zh: string, en: string]>} */
const words = {
  netAmount: ['不含税金额', 'net amount'],
  taxAmount: ['税额', 'tax'],
  grossAmount: ['价税合计', 'gross amount'],
  amount: ['金额', 'amount'],
  allocated: ['已分配', 'allocated amount'],
  unallocated: ['未分配', 'unallocated amount'],
  opening: ['期初余额', 'opening'],
  charges: ['本期应收', 'charged amount'],
  received: ['本期已收', 'received amount'],
  closing: ['期末余额', 'closing'],
  balance: ['余额', 'balance'],
  packages: ['件数', 'packages'],
  weightKg: ['重量', 'weight'],
}

/** @type {Words[]} */
const faults = []
/** @param {string} zh @param {string} en */
const fault = (zh, en) => void faults.push({ zh, en })
/** @param {string} zh @param {string} en */
const say = (zh, en) => void process.stdout.write(`${zh}\n${en}\n`)
/** @param {string | Uint8Array} bytes */
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex')
/** @param {string} name */
const at = (name) => path.join(folder, name)

try {
  await verify()
} catch (error) {
  say(`无法核对：${String(error)}`, `It could not be checked: ${String(error)}`)
  process.exitCode = 2
}

async function verify() {
  const bytes = readFileSync(at('manifest.json'))
  const manifest = JSON.parse(bytes.toString('utf8'))
  if (manifest.format !== 'slipway-month-1') throw new Error(`unknown format ${manifest.format}`)
  say(
    `Slipway ${manifest.month},${manifest.by} 于 ${manifest.madeAt} 导出`,
    `Slipway ${manifest.month}, exported by ${manifest.by} at ${manifest.madeAt}`,
  )
  say(`manifest.json 指纹 ${sha256(bytes)}`, `SHA-256 of manifest.json ${sha256(bytes)}`)
  await checkFiles(manifest.files)
  /** @param {string} name @returns {AsyncGenerator<Row>} */
  const rows = (name) => rowsOf(manifest.tables.find((/** @type {Table} */ one) => one.name === name))
  await passed('单据', 'documents', () => checkDocuments(manifest.files))
  await passed('审计链', 'audit chain', () => checkChain(manifest.audit.chain, rows))
  for (const one of sums) await passed(`${one.zh}合计`, `sums of ${one.records}`, () => checkSums(one, rows))
  await passed('对账单余额', 'balances of statements', () => checkBalances(rows))
  await passed('库存', 'stock', () => checkStock(rows))
  await passed('单号', 'numbers', () => checkNumbers(rows))
  for (const table of manifest.tables) await passed(table.name, table.name, () => checkRows(table))
  const { head } = manifest.audit
  say(`审计链末 ${head.seq} ${head.hash}`, `Audit head ${head.seq} ${head.hash}`)
  if (faults.length === 0) {
    say('结论：完整无误。', 'Verdict: whole and unaltered.')
    return
  }
  for (const { zh, en } of faults.slice(0, mostShown)) say(`✗ ${zh}`, `  ${en}`)
  if (faults.length > mostShown) say(`…… 共 ${faults.length} 处`, `… ${faults.length} in all`)
  say(`结论：有 ${faults.length} 处不符。`, `Verdict: NOT as exported, ${faults.length} faults.`)
  process.exitCode = 1
}

/** Says how one check went; a file that cannot be read is a fault of that check. */
/** @param {string} zh @param {string} en @param {() => Promise<number>} check */
async function passed(zh, en, check) {
  const before = faults.length
  let seen = 0
  try {
    seen = await check()
  } catch (error) {
    fault(`${zh}:${String(error)}`, `${en}: ${String(error)}`)
  }
  const ok = faults.length === before
  say(`${ok ? '✓' : '✗'} ${zh} ${seen}`, `  ${en} ${seen} ${ok ? 'ok' : 'NOT ok'}`)
}

/** @param {PackedFile[]} files */
async function checkFiles(files) {
  await passed('文件', 'files', async () => {
    for (const file of files) {
      if (!existsSync(at(file.path))) fault(`缺少 ${file.path}`, `${file.path} is missing`)
      else if (statSync(at(file.path)).size !== file.bytes || (await fileHash(file.path)) !== file.sha256)
        fault(`${file.path} 已被改动`, `${file.path} was altered`)
    }
    const known = new Set(['manifest.json', ...files.map((file) => file.path)])
    for (const name of filesIn(''))
      if (!known.has(name)) fault(`多出 ${name}`, `${name} does not belong here`)
    return files.length
  })
}

/** @param {string} below @returns {string[]} */
function filesIn(below) {
  return readdirSync(at(below), { withFileTypes: true }).flatMap((entry) => {
    const name = below === '' ? entry.name : `${below}/${entry.name}`
    if (ignored.has(entry.name)) return []
    return entry.isDirectory() ? filesIn(name) : [name]
  })
}

/** @param {string} name */
async function fileHash(name) {
  const hash = createHash('sha256')
  for await (const part of createReadStream(at(name))) hash.update(part)
  return hash.digest('hex')
}

/** @param {PackedFile[]} files */
async function checkDocuments(files) {
  const packed = new Map(files.map((file) => [file.path, file.sha256]))
  const attached = new Set(files.filter(isNamedByHash).map((file) => file.sha256))
  let seen = 0
  for await (const line of linesOf('documents.ndjson')) {
    const { kind, no, revision, data, contentHash, copies, pdf, pdfSha256 } = JSON.parse(line)
    const name = `${kind} ${no}-${revision}`
    if (hashOfContent(data, true) !== contentHash)
      fault(`${name} 内容与指纹不符`, `${name}: the data do not match their hash`)
    for (const copy of copies)
      if (hashOfContent(data, copy.showsPrice) !== copy.contentHash)
        fault(
          `${name} 第 ${copy.copyNo} 联与指纹不符`,
          `${name}: copy ${copy.copyNo} does not match its hash`,
        )
    for (const { copyNo, attachment } of copies)
      if (attachment !== null && !attached.has(attachment))
        fault(
          `${name} 第 ${copyNo} 联的回单影像缺失或与存档指纹不符`,
          `${name}: the signed copy ${copyNo} is missing or not the archived one`,
        )
    if (pdfSha256 !== null && packed.get(pdf) !== pdfSha256)
      fault(`${name} 的 PDF 缺失或与存档指纹不符`, `${name}: its PDF is missing or not the archived one`)
    seen += 1
  }
  return seen
}

/** Pictures of signed copies bear their hash as a name. @param {PackedFile} file */
function isNamedByHash({ path: name, sha256: hash }) {
  return name.startsWith(`attachments/${hash}.`)
}

/** The same as when the paper was issued: keys sorted, prices left out for copies that show none. */
/** @param {any} data @param {boolean} showsPrice */
function hashOfContent(data, showsPrice) {
  /** @param {object} one @param {string[]} names */
  const without = (one, names) =>
    Object.fromEntries(Object.entries(one ?? {}).filter(([key]) => !names.includes(key)))
  const content = showsPrice
    ? data
    : {
        ...data,
        lines: (data.lines ?? []).map((/** @type {object} */ line) => without(line, linePrices)),
        totals: without(data.totals, totalPrices),
      }
  const sorted = (/** @type {string} */ _key, /** @type {unknown} */ node) =>
    node !== null && typeof node === 'object' && !Array.isArray(node)
      ? Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : node
  return sha256(JSON.stringify(content, sorted))
}

/** @param {{ from: number, to: number, before: string, last: string } | null} chain @param {(name: string) => AsyncGenerator<Row>} rows */
async function checkChain(chain, rows) {
  let [seq, hash] = [(chain?.from ?? 1) - 1, chain?.before ?? '']
  let seen = 0
  for await (const row of rows('audit-events')) {
    seq += 1
    seen += 1
    hash = sha256(`${hash}\n${seq}\n${row('payload')}`)
    if (Number(row('seq')) !== seq) return broken(`缺少第 ${seq} 条`, `event ${seq} is missing`, seen)
    if (row('hash') !== hash || !isAsSealed(row))
      return broken(`第 ${seq} 条被改动`, `event ${seq} was altered`, seen)
  }
  if (chain && (seq !== chain.to || hash !== chain.last))
    return broken(`应到第 ${chain.to} 条`, `it must end with event ${chain.to}`, seen)
  return seen
}

/** Whether who and which record stand beside the sealed text as they do in it. @param {Row} row */
function isAsSealed(row) {
  const { actor, requestId, recordId } = JSON.parse(row('payload'))
  const listed = ['actorName', 'requestId', 'recordId'].map((name) => row(name).replace(/^'/, ''))
  return String(listed) === String([actor.name, requestId, recordId ?? ''])
}

/** @param {string} zh @param {string} en @param {number} seen */
function broken(zh, en, seen) {
  fault(`审计链断裂：${zh}`, `The audit chain is broken: ${en}`)
  return seen
}

/** Re-adds the lines of one kind of record, and the figures of each record and line. */
/** @param {Sums} sums @param {(name: string) => AsyncGenerator<Row>} rows */
async function checkSums({ records, lines, zh, en, added, total, lineTotal }, rows) {
  /** @type {Map<string, number[]>} */
  const made = new Map()
  for await (const line of rows(lines)) {
    const before = made.get(line('parentId'))
    made.set(
      line('parentId'),
      Object.values(added).map((name, at) => (before?.[at] ?? 0) + figure(line, name)),
    )
    if (lineTotal) checkTotal(line, lineTotal, lineName(line, zh, en))
  }
  let seen = 0
  for await (const record of rows(records)) {
    const named = recordName(record, zh, en)
    for (const [at, name] of Object.keys(added).entries())
      compare(
        named,
        name,
        figure(record, name),
        made.get(record('id'))?.[at] ?? 0,
        '明细合计',
        'its lines make',
      )
    if (total) checkTotal(record, total, named)
    seen += 1
  }
  return seen
}

/** The last figure is the sum of the others, less those with a minus. */
/** @param {Row} row @param {string[]} total @param {Words} named */
function checkTotal(row, total, named) {
  const parts = total.map((name) => ({ name: name.replace('-', ''), sign: name.startsWith('-') ? -1 : 1 }))
  const last = parts.pop()
  if (!last) return
  const sum = parts.reduce((value, { name, sign }) => value + sign * figure(row, name), 0)
  /** @param {0 | 1} language */
  const formula = (language) =>
    parts
      .map(({ name, sign }, at) => (at === 0 ? '' : sign < 0 ? ' − ' : ' + ') + wordsOf(name)[language])
      .join('')
  compare(named, last.name, figure(row, last.name), sum, `${formula(0)} 是`, `${formula(1)} makes`)
}

/** Each line of a statement goes on from the balance before it, from its opening to its closing. */
/** @param {(name: string) => AsyncGenerator<Row>} rows */
async function checkBalances(rows) {
  /** @type {Map<string, { opening: number, closing: number }>} */
  const ends = new Map()
  let seen = 0
  for await (const line of rows('statement-lines')) {
    const [balance, moved] = [figure(line, 'balance'), figure(line, 'charge') - figure(line, 'payment')]
    const known = ends.get(line('parentId'))
    if (known)
      compare(
        lineName(line, '对账单', 'Statement'),
        'balance',
        balance,
        known.closing + moved,
        '应为',
        'it must be',
      )
    ends.set(line('parentId'), { opening: known?.opening ?? balance - moved, closing: balance })
    seen += 1
  }
  for await (const record of rows('statements')) {
    const named = recordName(record, '对账单', 'Statement')
    const { opening, closing } = ends.get(record('id')) ?? {}
    if (opening !== undefined && closing !== undefined) {
      compare(
        named,
        'opening',
        figure(record, 'opening'),
        opening,
        '首行之前的余额是',
        'its first line goes on from',
      )
      compare(named, 'closing', figure(record, 'closing'), closing, '末行余额是', 'its last line ends with')
    }
  }
  return seen
}

/** Tells in words which figure is not what it must be. */
/** @param {Words} named @param {string} name @param {number} said @param {number} found @param {string} zh @param {string} en */
function compare(named, name, said, found, zh, en) {
  if (said === found) return
  const [figureZh, figureEn] = wordsOf(name)
  /** @param {number} value */
  const shown = (value) => String(value / 10_000)
  fault(
    `${named.zh}：${figureZh}写的是 ${shown(said)}，${zh} ${shown(found)}`,
    `${named.en}: its ${figureEn} says ${shown(said)}, ${en} ${shown(found)}`,
  )
}

/** @param {string} name @returns {[zh: string, en: string]} */
function wordsOf(name) {
  return words[name] ?? [name, name]
}

/** In ten-thousandths, which hold yuan, pieces and kilograms alike. @param {Row} row @param {string} name */
function figure(row, name) {
  return scaled(row(name), 4)
}

/** @param {Row} record @param {string} zh @param {string} en */
function recordName(record, zh, en) {
  const no = record('no') || `ID ${record('id')}`
  return { zh: `${zh} ${no}`, en: `${en} ${no}` }
}

/** @param {Row} line @param {string} zh @param {string} en */
function lineName(line, zh, en) {
  const [no, lineNo] = [line('parent') || `ID ${line('parentId')}`, line('lineNo')]
  return { zh: `${zh} ${no} 第 ${lineNo} 行`, en: `${en} ${no}, line ${lineNo}` }
}

/** @param {(name: string) => AsyncGenerator<Row>} rows */
async function checkStock(rows) {
  /** @param {Row} row */
  const key = (row) => [row('productId'), row('warehouseId'), row('quality')].join('/')
  /** @type {Map<string, number>} */
  const moved = new Map()
  for await (const move of rows('stock-moves'))
    moved.set(key(move), (moved.get(key(move)) ?? 0) + scaled(move('quantity'), 4))
  let seen = 0
  for await (const sum of rows('stock-sums')) {
    const [opening = 0, change, closing] = ['opening', 'moved', 'closing'].map((name) => scaled(sum(name), 4))
    if (opening + (moved.get(key(sum)) ?? 0) !== closing || change !== (moved.get(key(sum)) ?? 0))
      fault(`库存 ${key(sum)} 收发存不平`, `Stock ${key(sum)}: opening and moves are not its closing`)
    moved.delete(key(sum))
    seen += 1
  }
  for (const left of moved.keys()) fault(`库存 ${left} 没有收发存`, `Stock ${left} has moves but no sums`)
  return seen
}

/** @param {(name: string) => AsyncGenerator<Row>} rows */
async function checkNumbers(rows) {
  /** @type {Map<string, Set<number>>} */
  const days = new Map()
  let seen = 0
  for await (const row of rows('numbers')) {
    const [day = '', count] = row('number').split('-')
    days.set(day, (days.get(day) ?? new Set()).add(Number(count)))
    seen += 1
  }
  for (const [day, counts] of days)
    for (let count = 1; count <= Math.max(...counts); count++)
      if (!counts.has(count)) fault(`${day} 缺第 ${count} 号`, `${day}: number ${count} is missing`)
  return seen
}

/** @param {Table} table */
async function checkRows(table) {
  let seen = 0
  for await (const _row of rowsOf(table)) seen += 1
  if (seen !== table.rows)
    fault(
      `${table.name} 应有 ${table.rows} 行，实有 ${seen} 行`,
      `${table.name} has ${seen} rows, not ${table.rows}`,
    )
  return seen
}

/** A decimal text as a whole number of its smallest unit. @param {string} text @param {number} places */
function scaled(text, places) {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.')
  const value = Number((whole || '0') + fraction.padEnd(places, '0').slice(0, places))
  return text.startsWith('-') ? -value : value
}

/** @param {Table | undefined} table @returns {AsyncGenerator<Row>} */
async function* rowsOf(table) {
  if (!table) throw new Error('the manifest lacks a table')
  let isHead = true
  for await (const cells of cellsOf(`${table.name}.csv`)) {
    if (!isHead) yield (field) => cells[table.columns.indexOf(field)] ?? ''
    isHead = false
  }
}

/** The records of a CSV file; quoted cells may hold commas, quotes and line breaks. @param {string} name */
async function* cellsOf(name) {
  let [cell, state, isFirst] = ['', 'plain', true]
  /** @type {string[]} */
  let cells = []
  for await (const part of createReadStream(at(name), 'utf8'))
    for (const char of isFirst ? part.replace('\uFEFF', '') : part) {
      isFirst = false
      if (state === 'quoted' && char !== '"') cell += char
      else if (state === 'quoted') state = 'quote'
      else if (char === '"') {
        // The second of two quotes in a quoted cell is a quote; any other one opens the cell.
        if (state === 'quote') cell += char
        state = 'quoted'
      } else {
        state = 'plain'
        if (char === ',' || char === '\n') {
          cells.push(cell)
          cell = ''
        } else cell += char
        if (char === '\n') {
          yield cells
          cells = []
        }
      }
    }
}

/** @param {string} name */
async function* linesOf(name) {
  let rest = ''
  for await (const part of createReadStream(at(name), 'utf8')) {
    const lines = (rest + part).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
}
