import type { ColumnTypes } from '../dialect.js'

/** Statements of account, which facts each has told the customer, and the runs that make them for a month. */
export function up(t: ColumnTypes): string[] {
  const record = `${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL`
  const line = `${t.id}, parentId ${t.int} NOT NULL, lineNo ${t.int} NOT NULL`
  const table = (name: string, body: string) => `CREATE TABLE ${name} (${body}) ${t.tail}`
  const index = (name: string, on: string, unique = '') =>
    `CREATE ${unique} INDEX ${name}_${on.replace(/\W+/g, '_')} ON ${name} (${on})`
  const ref = (column: string, to: string, gone = 'RESTRICT') =>
    `FOREIGN KEY (${column}) REFERENCES ${to} (id) ON DELETE ${gone}`

  return [
    table(
      'statement_runs',
      `${record}, month ${t.text(7)} NOT NULL, replyBy ${t.day}, statementCount ${t.int}, closing ${t.int}, madeBy ${t.int}`,
    ),
    index('statement_runs', 'month'),
    table(
      'statements',
      `${record}, no ${t.text(30)}, status ${t.text(40)} NOT NULL, revision ${t.int}, customerId ${t.int} NOT NULL, customerName ${t.text(100)}, runId ${t.int},
       periodFrom ${t.day}, periodTo ${t.day} NOT NULL, replyBy ${t.day}, terms ${t.text(60)}, carriedIn ${t.int} NOT NULL, opening ${t.int} NOT NULL,
       charges ${t.int} NOT NULL, received ${t.int} NOT NULL, closing ${t.int} NOT NULL, ageing ${t.long}, confirmedBy ${t.text(60)}, confirmedOn ${t.day},
       evidence ${t.text(40)}, evidenceNote ${t.text(200)}, voidReason ${t.text(200)}, issuedAt ${t.time}, issuedBy ${t.int}, confirmedAt ${t.time},
       recordedBy ${t.int}, CHECK (opening + charges - received = closing), ${ref('customerId', 'customers')}, ${ref('runId', 'statement_runs')}`,
    ),
    index('statements', 'no', 'UNIQUE'),
    index('statements', 'status, id'),
    index('statements', 'customerId, periodTo'),
    index('statements', 'customerName'),
    index('statements', 'runId'),
    index('statements', 'periodTo'),
    index('statements', 'createdAt'),
    table(
      'statement_lines',
      `${line}, day ${t.day} NOT NULL, kind ${t.text(40)} NOT NULL, no ${t.text(30)}, summary ${t.text(200)}, quantity ${t.int}, unitPrice ${t.int},
       charge ${t.int}, payment ${t.int}, balance ${t.int} NOT NULL, ${ref('parentId', 'statements', 'CASCADE')}`,
    ),
    index('statement_lines', 'parentId, lineNo'),
    table(
      'statement_disputes',
      `${line}, no ${t.text(30)}, ourAmount ${t.int}, claimedAmount ${t.int} NOT NULL, reason ${t.text(200)} NOT NULL, outcome ${t.text(200)},
       ${ref('parentId', 'statements', 'CASCADE')}`,
    ),
    index('statement_disputes', 'parentId, lineNo'),
    // A shipment, a receipt and its taking back are each told once: by the one statement that is in this row.
    table(
      'statement_facts',
      `kind ${t.ascii(10)} NOT NULL, factId ${t.int} NOT NULL, statementId ${t.int} NOT NULL, PRIMARY KEY (kind, factId), ${ref('statementId', 'statements')}`,
    ),
    index('statement_facts', 'statementId'),
  ]
}
