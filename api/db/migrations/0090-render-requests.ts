import type { ColumnTypes } from '../dialect.js'

/** Short-lived wishes for a PDF: previews of templates, and documents that are looked at before they are printed. */
export function up(t: ColumnTypes): string[] {
  return [
    `CREATE TABLE render_requests (id ${t.ascii(32)} NOT NULL PRIMARY KEY, documentId ${t.int}, content ${t.long},
       state ${t.ascii(10)} NOT NULL, claim ${t.ascii(16)}, claimUntil ${t.int}, tries ${t.int} NOT NULL, pdf ${t.blob}, error ${t.long},
       askedAt ${t.int} NOT NULL) ${t.tail}`,
    'CREATE INDEX render_requests_state_askedAt ON render_requests (state, askedAt)',
  ]
}
