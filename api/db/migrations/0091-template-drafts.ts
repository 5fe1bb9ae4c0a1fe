import type { ColumnTypes } from '../dialect.js'

/** Templates under work; and who published an edition. */
export function up(t: ColumnTypes): string[] {
  return [
    `ALTER TABLE templates ADD COLUMN publishedBy ${t.int}`,
    `CREATE TABLE template_drafts (${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL,
       kind ${t.text(40)} NOT NULL, baseId ${t.int} NOT NULL, files ${t.long} NOT NULL, papers ${t.long} NOT NULL, drawnSha256 ${t.ascii(64)},
       FOREIGN KEY (baseId) REFERENCES templates (id) ON DELETE RESTRICT) ${t.tail}`,
    'CREATE INDEX template_drafts_kind ON template_drafts (kind)',
  ]
}
