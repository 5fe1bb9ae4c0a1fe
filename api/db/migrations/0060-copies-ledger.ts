import type { ColumnTypes } from '../dialect.js'

/**
 * What becomes of each copy: its own code, the strongest evidence of it, whether it still holds, and its way back.
 * Papers of before carry no code; what their jobs observed is what is known of their copies.
 */
export function up(t: ColumnTypes): string[] {
  const add = (table: string, column: string) => `ALTER TABLE ${table} ADD COLUMN ${column}`
  return [
    add('copy_set_copies', `returnDays ${t.int}`),
    ...[
      `customerName ${t.text(100)}`,
      `code ${t.text(60)}`,
      `evidence ${t.text(40)} NOT NULL DEFAULT 'none'`,
      `validity ${t.text(40)} NOT NULL DEFAULT 'current'`,
      `location ${t.text(40)}`,
      `seenAt ${t.time}`,
      `seenBy ${t.int}`,
      `mustReturn ${t.bool} NOT NULL DEFAULT 0`,
      `returnDays ${t.int}`,
      `returnStatus ${t.text(40)}`,
      `dueOn ${t.day}`,
      `returnedAt ${t.time}`,
      `returnedBy ${t.int}`,
      `recalledAt ${t.time}`,
      `recalledBy ${t.int}`,
      `note ${t.text(200)}`,
    ].map((column) => add('document_copies', column)),
    `UPDATE document_copies SET customerName = (SELECT d.customerName FROM documents d WHERE d.id = documentId),
     evidence = COALESCE((SELECT j.evidence FROM print_jobs j WHERE j.documentId = document_copies.documentId
       ORDER BY CASE j.evidence WHEN 'returned' THEN 5 WHEN 'seen' THEN 4 WHEN 'completed' THEN 3 WHEN 'accepted' THEN 2 ELSE 0 END DESC LIMIT 1), 'none')`,
    `UPDATE document_copies SET validity = CASE WHEN evidence IN ('accepted', 'completed', 'seen') THEN 'recall' ELSE 'withdrawn' END
     WHERE documentId IN (SELECT id FROM documents WHERE status <> 'issued')`,
    'CREATE UNIQUE INDEX document_copies_code ON document_copies (code)',
    'CREATE INDEX document_copies_validity ON document_copies (validity, id)',
    'CREATE INDEX document_copies_returning ON document_copies (returnStatus, dueOn)',
    'CREATE INDEX document_copies_customerName ON document_copies (customerName)',
  ]
}
