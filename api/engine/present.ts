import type { Principal } from './access.js'
import { kinds, type Field, type Fields } from './fields/index.js'
import { readableFields } from './rights.js'
import type { AnyResource, Stored } from './resource.js'
import type { Language } from './text.js'
import { asObject, asObjects, parseJson } from './shapes.js'

/** A record as it leaves: only fields that the person may read, in the API's formats. */
export function present(of: AnyResource, record: Stored, who: Principal, language: Language): Stored {
  const fields = readableFields(of, who)
  const json: Stored = { ...blankOf(fields) }
  json.id = record.id
  json.version = record.version
  for (const [name, field] of fields) {
    const value = field.derived === 'record' ? of.derive?.[name]?.(record) : record[name]
    json[name] = value === undefined ? undefined : presentValue(field, value, language)
  }
  json.createdAt = record.createdAt
  json.updatedAt = record.updatedAt
  return json
}

const blanks = new WeakMap<[string, Field][], Stored>()

/**
 * A record of these fields to copy. The copies of what was read from a text are laid out like a class's; one that gets
 * its fields one by one becomes a hash table, of seven times the memory and slower to write out.
 */
function blankOf(fields: [string, Field][]): Stored {
  const known = blanks.get(fields)
  if (known) return known
  const names = ['id', 'version', ...fields.map(([name]) => name), 'createdAt', 'updatedAt']
  const blank = asObject(parseJson(JSON.stringify(Object.fromEntries(names.map((name) => [name, null])))))
  blanks.set(fields, blank)
  return blank
}

/** The whole record in the API's formats, for the audit trail; secrets are masked. */
export function presentForAudit(fields: Fields, record: Stored): Stored {
  const json: Stored = {}
  for (const [name, field] of Object.entries(fields)) {
    const value = record[name]
    if (value === undefined || field.derived) continue
    json[name] = field.secret ? '•••' : field.kind === 'sentence' ? value : presentValue(field, value, 'zh')
  }
  return json
}

function presentValue(field: Field, value: unknown, language: Language): unknown {
  if (value === null) return null
  const speak = speakers.get(field) ?? speakerOf(field)
  speakers.set(field, speak)
  return speak(value, language)
}

type Speak = (value: unknown, language: Language) => unknown
/** How a field's value is spoken, found once per field: lists speak many thousand values a second. */
const speakers = new WeakMap<Field, Speak>()

function speakerOf(field: Field): Speak {
  const fields = Object.entries(field.fields ?? {})
  if (field.kind === 'lines')
    return (value, language) => asObjects(value).map((line) => presentNested(fields, line, language))
  if (field.kind === 'group') return (value, language) => presentNested(fields, asObject(value), language)
  if (field.kind === 'sentence') return (value, language) => asObject(value)[language]
  const { output } = kinds[field.kind]
  return output ? (value) => output(value) ?? value : (value) => value
}

function presentNested(fields: [string, Field][], line: Stored, language: Language): Stored {
  const json: Stored = {}
  if (line.id !== undefined) json.id = line.id
  if (line.lineNo !== undefined) json.lineNo = line.lineNo
  for (const [name, field] of fields) {
    const value = line[name]
    if (value !== undefined) json[name] = presentValue(field, value, language)
  }
  return json
}
