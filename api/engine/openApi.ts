import type { Catalog, Entry } from './catalog.js'
import { kinds, type Field, type Fields } from './fields/index.js'
import { asObject } from './shapes.js'

const problem = { $ref: '#/components/schemas/Problem' }
const refused = { description: 'Refused', content: { 'application/json': { schema: problem } } }
const json = (schema: object, description = 'Done') => ({
  description,
  content: { 'application/json': { schema } },
})
const id = { name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 1 } }
const onceKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 200 },
}
const listParameters = ['filter', 'range', 'sort'].map((name) => ({
  name,
  in: 'query',
  schema: { type: 'string' },
}))

/** An OpenAPI 3.1 description of everything that the declarations yield, and of the given other paths. */
export function openApi(catalog: Catalog, otherPaths: Record<string, unknown>) {
  const paths: Record<string, unknown> = { ...otherPaths }
  const schemas: Record<string, unknown> = { Problem: PROBLEM }
  for (const entry of catalog.list) {
    schemas[entry.of.name] = objectSchema(entry.of.fields, true)
    schemas[`${entry.of.name}-input`] = objectSchema(entry.of.fields, false)
    for (const [path, methods] of Object.entries(resourcePaths(entry)))
      paths[path] = { ...asObject(otherPaths[path]), ...asObject(methods) }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Slipway',
      version: '1',
      description:
        'Amounts are integers in 分; quantities, unit prices and rates are decimal strings; times are UTC.',
    },
    servers: [{ url: '/api' }],
    security: [{ session: [] }, { key: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'slipway_session' },
        key: { type: 'http', scheme: 'bearer' },
      },
    },
  }
}

function resourcePaths({ of }: Entry): Record<string, unknown> {
  const record = { $ref: `#/components/schemas/${of.name}` }
  const input = {
    required: true,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${of.name}-input` } } },
  }
  const tags = [of.label.en]
  const paths: Record<string, unknown> = {
    [`/${of.name}`]: {
      get: {
        tags,
        summary: `List ${of.label.en}`,
        parameters: listParameters,
        responses: { 200: json({ type: 'array', items: record }), default: refused },
      },
      ...(hasAny(of.rights.create) && {
        post: {
          tags,
          summary: `Create in ${of.label.en}`,
          parameters: [onceKey],
          requestBody: input,
          responses: { 201: json(record, 'Created'), default: refused },
        },
      }),
    },
    [`/${of.name}/export`]: {
      get: {
        tags,
        summary: `Export ${of.label.en} as CSV`,
        parameters: [{ name: 'format', in: 'query', schema: { enum: ['csv'] } }, ...listParameters],
        responses: {
          200: { description: 'All matching rows', content: { 'text/csv': {} } },
          default: refused,
        },
      },
    },
    [`/${of.name}/{id}`]: {
      parameters: [id],
      get: { tags, summary: `One of ${of.label.en}`, responses: { 200: json(record), default: refused } },
      ...(hasAny(of.rights.update) && {
        put: {
          tags,
          summary: 'Merge changes; a stale version is refused',
          requestBody: input,
          responses: { 200: json(record), default: refused },
        },
      }),
      ...(hasAny(of.rights.delete) && {
        delete: { tags, summary: 'Delete', responses: { 200: json(record), default: refused } },
      }),
    },
  }
  if (of.preview)
    paths[`/${of.name}/preview`] = {
      post: {
        tags,
        summary: 'The record as it would be stored',
        requestBody: input,
        responses: { 200: json(record), default: refused },
      },
    }
  for (const [name, action] of Object.entries(of.actions ?? {})) {
    const body = objectSchema(action.input ?? {}, false)
    const answers = { $ref: `#/components/schemas/${action.answers ?? of.name}` }
    paths[`/${of.name}/{id}/${name}`] = {
      parameters: [id, onceKey],
      post: {
        tags,
        summary: action.label.en,
        requestBody: { content: { 'application/json': { schema: body } } },
        responses: { 200: json(answers), default: refused },
      },
    }
    if (action.bulk)
      paths[`/${of.name}/actions/${name}`] = {
        parameters: [onceKey],
        post: {
          tags,
          summary: `${action.label.en}, for many`,
          requestBody: { content: { 'application/json': { schema: bulkInput(body) } } },
          responses: { 200: json(BULK_RESULTS), default: refused },
        },
      }
  }
  return paths
}

function objectSchema(fields: Fields, whole: boolean): object {
  const shown = Object.entries(fields).filter(([, field]) =>
    whole ? !field.secret : !field.readOnly && !field.derived,
  )
  const properties = Object.fromEntries(shown.map(([name, field]) => [name, fieldSchema(field, whole)]))
  const required = whole
    ? []
    : shown.filter(([, field]) => field.required && field.default === undefined).map(([name]) => name)
  return {
    type: 'object',
    properties: whole
      ? {
          id: { type: 'integer' },
          version: { type: 'integer' },
          ...properties,
          createdAt: TIME,
          updatedAt: TIME,
        }
      : { version: { type: 'integer' }, ...properties },
    ...(required.length > 0 && { required }),
  }
}

function fieldSchema(field: Field, whole: boolean): object {
  const schema = kinds[field.kind].jsonSchema(field, (fields) => objectSchema(fields, whole))
  const described = { description: `${field.label.zh} ${field.label.en}`, ...schema }
  return field.required ? described : { anyOf: [described, { type: 'null' }] }
}

const hasAny = (access: object): boolean => Object.keys(access).length > 0

const TIME = { type: 'string', format: 'date-time' }
const PROBLEM = {
  type: 'object',
  required: ['code', 'message'],
  properties: { code: { type: 'string' }, message: { type: 'string' }, errors: { type: 'object' } },
}
const bulkInput = (input: object) => ({
  type: 'object',
  required: ['ids'],
  properties: { ids: { type: 'array', items: { type: 'integer' } }, input },
})
const BULK_RESULTS = {
  type: 'object',
  properties: {
    results: {
      type: 'array',
      items: {
        type: 'object',
        properties: {
          id: { type: 'integer' },
          status: { type: 'integer' },
          record: { type: 'object' },
          error: problem,
        },
      },
    },
  },
}
