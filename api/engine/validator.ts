import { z, type ZodError, type ZodObject, type ZodType } from 'zod'
import { kinds, wrong, type Field, type Fields } from './fields/index.js'
import type { FieldErrors } from './problem.js'
import { BadRequest, Invalid } from './problems.js'
import type { AnyResource, Stored } from './resource.js'
import type { Text2 } from './text.js'
import { asObject } from './shapes.js'

const OWN = ['id', 'version', 'createdAt', 'updatedAt']

export interface Validators {
  create: ZodObject
  update: ZodObject
}

/** The validators of a record type. Which fields the asking person may write is decided before, in rights.ts. */
export function validatorsOf(of: AnyResource): Validators {
  return { create: objectOf(of.fields, true), update: objectOf(of.fields, false) }
}

/** A strict object of the fields a person can send; unknown keys are named, never dropped in silence. */
export function objectOf(fields: Fields, whole: boolean): ZodObject {
  const shape: Record<string, ZodType> = { id: z.any().optional(), version: z.any().optional() }
  for (const own of [...OWN, 'lineNo', 'parentId']) shape[own] = z.any().optional()
  for (const [name, field] of Object.entries(fields)) shape[name] = valueOf(field, whole)
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? undefined : wrong('应是一个对象。', 'It must be an object.'),
  })
}

const UNKNOWN_FIELD = wrong('没有这个字段，请删去。', 'There is no such field; please remove it.')
const REQUIRED = wrong('必填。', 'This is required.')

function valueOf(field: Field, whole: boolean): ZodType {
  if (field.readOnly || field.derived) return z.any().optional()
  const input = kinds[field.kind].input(field, (nested) => objectOf(nested, true))
  const given = z.unknown().transform((value, context) => {
    const empty = value === null || value === '' || (typeof value === 'string' && value.trim() === '')
    if (empty) {
      if (field.required) context.addIssue({ code: 'custom', message: REQUIRED })
      return null
    }
    const parsed = input.safeParse(value)
    if (parsed.success) return parsed.data
    for (const { message, path, ...issue } of parsed.error.issues)
      if (issue.code === 'unrecognized_keys')
        for (const key of issue.keys)
          context.addIssue({ code: 'custom', message: UNKNOWN_FIELD, path: [...path, key] })
      else context.addIssue({ code: 'custom', message, path })
    return null
  })
  if (!whole) return given.optional()
  if (field.default !== undefined) return given.prefault(field.default)
  return field.required ? given.prefault(null) : given.optional().transform((value) => value ?? null)
}

/** Parses values; throws `Invalid` with every error at its field, in both languages. */
export function parseValues(validator: ZodType, body: unknown): Stored {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw BadRequest({ zh: '请求内容应是一个 JSON 对象。', en: 'The body must be a JSON object.' })
  const parsed = validator.safeParse(body)
  if (parsed.success) return asObject(parsed.data)
  throw Invalid(errorsOf(parsed.error))
}

/** The issues of zod as the tree that forms understand. */
export function errorsOf(error: Pick<ZodError, 'issues'>): FieldErrors {
  const errors: FieldErrors = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) put(errors, [...issue.path, key], textOf(UNKNOWN_FIELD))
    else put(errors, issue.path, textOf(issue.message))
  }
  return errors
}

function textOf(message: string): Text2 {
  try {
    const parsed: unknown = JSON.parse(message)
    if (typeof parsed === 'object' && parsed !== null && 'zh' in parsed && 'en' in parsed)
      return { zh: String(parsed.zh), en: String(parsed.en) }
  } catch {
    // A message of zod itself; it is English only.
  }
  return { zh: '填写不对。', en: message }
}

/** Sets a text at a path such as `['lines', 2, 'quantity']`; earlier lines become `{}`. The first text wins. */
function put(errors: FieldErrors, path: readonly PropertyKey[], text: Text2): void {
  const [head, at, ...rest] = path
  const key = head === undefined ? 'root' : String(head)
  if (typeof at !== 'number') {
    if (at === undefined) errors[key] ??= key === 'root' ? { serverError: text } : text
    else {
      const nested = (errors[key] ??= {})
      if (!Array.isArray(nested) && !('zh' in nested)) put(nested, [at, ...rest], text)
    }
    return
  }
  const list = (errors[key] ??= [])
  if (!Array.isArray(list)) return
  while (list.length <= at) list.push({})
  const line = list[at]
  if (line) put(line, rest, text)
}
