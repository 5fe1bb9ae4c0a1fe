import { allows, type Principal } from '../access.js'
import type { Catalog, Entry } from '../catalog.js'
import { writable } from '../rights.js'
import type { Stored } from '../resource.js'
import { asObject } from '../shapes.js'
import { say } from '../text.js'
import { errorsOf } from '../validator.js'
import { Faults, type Place } from './faults.js'
import { Duplicates } from './findDuplicates.js'
import { References } from './findReferences.js'
import { GROUP, importColumns, linesOf } from './importable.js'
import { readRecords, UNREADABLE, type FileRecord } from './readRecords.js'
import { resolveReferences } from './resolveReferences.js'
import type { Sheet } from './sheet/sheet.js'
import type { Mapping } from './suggestMapping.js'

/** A record that may be created as it is. */
export interface CheckedRecord extends Place {
  /** As the API speaks it. */
  body: Stored
  /** Parsed, and only what the person may write. */
  values: Stored
}

export interface CheckBy {
  catalog: Catalog
  entry: Entry
  who: Principal
  /** What the house has set for new records, as the API speaks it. */
  defaults: Stored
}

const BATCH = 500

/** Where a person's mapping leads: its columns, and the letter of each. */
export function faultsOf(mapping: Mapping): Faults {
  return new Faults(new Map(Object.entries(mapping).map(([letter, path]) => [path, letter])))
}

/**
 * Reads the file and checks every record as the API would: types, required values, references, what must be unique,
 * rights. Batches of those that are right come out; everything else goes to the faults.
 */
export async function* checkRecords(
  { catalog, entry, who, defaults }: CheckBy,
  sheet: Sheet,
  head: number,
  mapping: Mapping,
  faults: Faults,
): AsyncGenerator<CheckedRecord[]> {
  const columns = importColumns(entry.of, who)
  const references = new References(catalog, who)
  const duplicates = new Duplicates(entry)
  const check = async (records: FileRecord[]): Promise<CheckedRecord[]> => {
    await resolveReferences(catalog, references, records, columns, faults)
    const checked = records.map((record) => checkRecord(entry, who, defaults, record, faults))
    await duplicates.find(checked, faults)
    return checked.filter(({ isRight }) => isRight)
  }
  let batch: FileRecord[] = []
  for await (const record of readRecords(
    sheet,
    { head, mapping, columns, lines: linesOf(entry.of) },
    faults,
  )) {
    batch.push(record)
    if (batch.length < BATCH) continue
    yield await check(batch)
    batch = []
  }
  if (batch.length > 0) yield await check(batch)
}

function checkRecord(
  { of, validators }: Entry,
  who: Principal,
  defaults: Stored,
  record: FileRecord,
  faults: Faults,
) {
  const lines = linesOf(of)
  const unreadable = new Set<string>()
  const body: Stored = {
    ...defaults,
    ...known(record.body, '', unreadable),
    ...of.importable?.fixed,
    ...(lines && { [lines]: record.lines.map((line, at) => known(line, `${lines}.${at}.`, unreadable)) }),
  }
  const { row, lineRows } = record
  const parsed = validators.create.safeParse(body)
  const values = parsed.success ? writable(of, who, asObject(parsed.data), null) : {}
  let isRight = parsed.success && unreadable.size === 0
  if (!parsed.success) {
    const issues = parsed.error.issues.filter(({ path }) => !unreadable.has(path.join('.')))
    faults.addErrors(record, errorsOf({ issues }))
  } else if (!allows(of.rights.create, who, values)) {
    faults.add(row, GROUP, say('您没有权限新建这样的记录。', 'You may not create such a record.'))
    isRight = false
  }
  return { row, lineRows, body, values: parsed.success ? values : uniqueOnly(body), isRight }
}

/** Duplicates are told even where something else is wrong too. */
const uniqueOnly = (body: Stored): Stored =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => typeof value === 'string'))

/** Without the values that could not be read; their paths are noted, since their faults are told already. */
function known(body: Stored, path: string, unreadable: Set<string>): Stored {
  const kept: Stored = {}
  for (const [name, value] of Object.entries(body)) {
    if (value === UNREADABLE) unreadable.add(path + name)
    else if (typeof value === 'object' && value !== null && !Array.isArray(value))
      kept[name] = known(asObject(value), `${path}${name}.`, unreadable)
    else kept[name] = value
  }
  return kept
}
