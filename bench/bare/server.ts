import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import mysql from 'mysql2/promise'
import { exportCsv, exportXlsx } from './exports.js'
import { foundSql, headSql, linesSql, manySql, oneSql, pageSql } from './sql.js'
import { confirmOrder, createOrder, updateOrder } from './writes.js'

/** What speed is measured against: node:http and mysql2, the same SQL, no rights, no audit, no checks. */
const databaseUrl = process.env.DATABASE_URL ?? ''
const pool = mysql.createPool({
  uri: databaseUrl,
  connectionLimit: 20,
  supportBigNumbers: true,
  charset: 'utf8mb4',
})

const pages: Record<string, (query: URLSearchParams) => string> = {
  list: () => pageSql('1 = 1', 'id DESC'),
  filtered: (query) => pageSql(`status = ${mysql.escape(query.get('status'))}`, 'id DESC'),
  sorted: () => pageSql('1 = 1', 'grossAmount DESC, id DESC'),
  search(query) {
    const like = mysql.escape(`${query.get('q')}%`)
    return foundSql([`no LIKE ${like}`, `customerName LIKE ${like}`])
  },
  'search-many'(query) {
    const like = mysql.escape(`${query.get('q')}%`)
    return headSql(`no LIKE ${like} OR customerName LIKE ${like}`)
  },
  deep: (query) => pageSql('1 = 1', 'id DESC', Number(query.get('from'))),
  'deep-sorted': (query) => pageSql('1 = 1', 'grossAmount DESC, id DESC', Number(query.get('from'))),
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  const [, name = '', id = ''] = url.pathname.split('/')
  const page = pages[name]
  if (page) return send(response, (await pool.query(page(url.searchParams)))[0])
  if (name === 'one') {
    const [[order]] = await pool.query<mysql.RowDataPacket[]>(oneSql, [Number(id)])
    const [lines] = await pool.query(linesSql, [Number(id)])
    return send(response, { ...order, lines })
  }
  if (name === 'many') return send(response, (await pool.query(manySql, [id.split(',').map(Number)]))[0])
  if (name === 'create') return send(response, await createOrder(pool, await bodyOf(request)))
  if (name === 'update') return send(response, await updateOrder(pool, Number(id), await bodyOf(request)))
  if (name === 'confirm') return send(response, await confirmOrder(pool, Number(id)))
  if (name === 'csv') return exportCsv(databaseUrl, response)
  if (name === 'xlsx') return exportXlsx(databaseUrl, response)
  response.writeHead(404).end()
}

function send(response: ServerResponse, value: unknown): void {
  const json = Buffer.from(JSON.stringify(value))
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': json.length,
  })
  response.end(json)
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(Buffer.from(part))
  return JSON.parse(Buffer.concat(parts).toString('utf8'))
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => response.writeHead(500).end(String(error)))
}).listen(Number(process.env.PORT), '127.0.0.1')
