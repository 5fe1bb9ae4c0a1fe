import type { ColumnTypes } from '../dialect.js'

/**
 * Month exports, their files, and the runs of the backup. The register of numbers, the attempts to print and the
 * sessions become readable as records: what those need and the tables lack is computed from what is there.
 */
export function up(t: ColumnTypes): string[] {
  const record = `${t.id}, version ${t.int} NOT NULL, createdAt ${t.time} NOT NULL, updatedAt ${t.time} NOT NULL`
  const claim = `claimUntil ${t.int}, fence ${t.int} NOT NULL DEFAULT 0`
  const table = (name: string, body: string) => `CREATE TABLE ${name} (${body}) ${t.tail}`
  const index = (name: string, on: string, unique = '') =>
    `CREATE ${unique} INDEX ${name}_${on.replace(/\W+/g, '_')} ON ${name} (${on})`
  const add = (name: string, column: string) => `ALTER TABLE ${name} ADD COLUMN ${column}`
  const computed = (name: string, from: string) => `${name} ${t.time} GENERATED ALWAYS AS (${from}) VIRTUAL`

  return [
    table('files', `${t.id}, owner ${t.ascii(80)} NOT NULL, createdAt ${t.time} NOT NULL`),
    index('files', 'owner'),
    table(
      'file_chunks',
      `fileId ${t.int} NOT NULL, n ${t.int} NOT NULL, bytes ${t.blob} NOT NULL, PRIMARY KEY (fileId, n),
       FOREIGN KEY (fileId) REFERENCES files (id) ON DELETE CASCADE`,
    ),
    table(
      'month_exports',
      `${record}, month ${t.text(7)} NOT NULL, language ${t.text(40)} NOT NULL, status ${t.text(40)} NOT NULL, progress ${t.int} NOT NULL, step ${t.long},
       requestedBy ${t.int}, size ${t.int}, sha256 ${t.ascii(64)}, manifestSha256 ${t.ascii(64)}, auditSeq ${t.int}, auditHash ${t.ascii(64)},
       error ${t.long}, startedAt ${t.time}, endedAt ${t.time}, fileId ${t.int}, ${claim}, FOREIGN KEY (requestedBy) REFERENCES users (id) ON DELETE RESTRICT`,
    ),
    index('month_exports', 'month'),
    index('month_exports', 'status'),
    table(
      'backup_runs',
      `${record}, slot ${t.ascii(24)}, origin ${t.text(40)} NOT NULL, status ${t.text(40)} NOT NULL, step ${t.long}, file ${t.text(200)}, size ${t.int}, sha256 ${t.ascii(64)},
       tables ${t.int}, rowCount ${t.int}, auditSeq ${t.int}, auditHash ${t.ascii(64)}, testedAt ${t.time}, error ${t.long}, endedAt ${t.time}, ${claim}`,
    ),
    index('backup_runs', 'slot', 'UNIQUE'),
    index('backup_runs', 'status'),

    add('number_register', `version ${t.int} NOT NULL DEFAULT 1`),
    add('number_register', computed('createdAt', 'takenAt')),
    add('number_register', computed('updatedAt', 'COALESCE(voidedAt, takenAt)')),
    index('number_register', 'takenAt'),
    index('number_register', 'voidedAt'),
    index('number_register', 'status, id'),
    index('number_register', 'resource, recordId'),
    add('print_attempts', `version ${t.int} NOT NULL DEFAULT 1`),
    add('print_attempts', computed('createdAt', 'startedAt')),
    add('print_attempts', computed('updatedAt', 'COALESCE(endedAt, startedAt)')),
    index('print_attempts', 'startedAt'),
    add('sessions', `version ${t.int} NOT NULL DEFAULT 1`),
    add('sessions', computed('updatedAt', 'lastSeenAt')),
    index('sessions', 'lastSeenAt'),

    index('audit_events', 'action, id'),
    index('shipments', 'createdAt'),
    index('print_jobs', 'createdAt'),
  ]
}
