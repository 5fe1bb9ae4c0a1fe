import simpleRestProvider from 'ra-data-simple-rest'
import { HttpError, useDataProvider, type DataProvider, type Identifier } from 'react-admin'
import { isId, isRow, type Row } from '../schema/row'
import { isObject } from '../schema/valueAt'
import { http, type HttpAnswer } from './http'
import { i18nProvider } from './i18nProvider'
import { withIntent } from './intents'
import { problemOf } from './problem'

/** One row of a bulk action's answer. */
export interface BulkResult {
  id: Identifier
  status: number
  record?: Row
  error?: { code: string; message: string; errors?: Record<string, unknown> }
}

/** `gathered`: the record that the selection became, where the action makes one. */
export interface BulkAnswer {
  results: BulkResult[]
  gathered?: Row
}

export interface ConsoleDataProvider extends DataProvider {
  /** Calls an action on one record; answers the record that it changed or made. */
  action(resource: string, id: Identifier, name: string, input: Record<string, unknown>): Promise<Row>
  /** Calls an action on many records; each succeeds or fails by itself. */
  bulkAction(
    resource: string,
    name: string,
    ids: Identifier[],
    input: Record<string, unknown>,
  ): Promise<BulkAnswer>
  /** The record as the server would compute it; nothing is stored. */
  preview(
    resource: string,
    data: Record<string, unknown>,
    signal?: AbortSignal,
  ): Promise<Record<string, unknown>>
}

const isBulkResult = (value: unknown): value is BulkResult =>
  isObject(value) && isId(value.id) && typeof value.status === 'number'

const API = '/api'
// Ids travel in the URL of a GET, and Node refuses a request head over 16 kB.
const IDS_PER_REQUEST = 100

const path = (...parts: Identifier[]) => [API, ...parts.map((part) => encodeURIComponent(part))].join('/')

const postOnce = (url: string, body: string): Promise<HttpAnswer> =>
  withIntent(`${url} ${body}`, (key) =>
    http(url, { method: 'POST', body, headers: { 'Idempotency-Key': key } }),
  )

const post = (url: string, input: unknown) => postOnce(url, JSON.stringify(input))

const client = (url: string, options: RequestInit = {}): Promise<HttpAnswer> =>
  options.method === 'POST' && typeof options.body === 'string'
    ? postOnce(url, options.body)
    : http(url, options)

/** A form shows what stands in `errors`; a refusal that names no field is shown for the form as a whole. */
async function forForm<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    const { errors, message, status, code } = problemOf(error)
    if (Object.keys(errors).length > 0) throw error
    throw new HttpError(message, status, { code, message, errors: { root: { serverError: message } } })
  }
}

const rest = simpleRestProvider(API, client)

const chunks = <T>(items: T[]): T[][] =>
  items.length <= IDS_PER_REQUEST
    ? [items]
    : [items.slice(0, IDS_PER_REQUEST), ...chunks(items.slice(IDS_PER_REQUEST))]

/** Deletes one after the other and says what was refused; the stock provider stops at the first refusal. */
async function deleteEach(resource: string, ids: Identifier[]) {
  const refused: string[] = []
  for (const id of ids) {
    try {
      await rest.delete(resource, { id })
    } catch (error) {
      refused.push(`#${id}: ${problemOf(error).message}`)
    }
  }
  if (refused.length > 0) throw new HttpError(refused.join('\n'), 409)
  return { data: ids }
}

export const dataProvider: ConsoleDataProvider = {
  ...rest,
  getMany: async (resource, params) => {
    const answers = await Promise.all(
      chunks(params.ids).map((ids) => rest.getMany(resource, { ...params, ids })),
    )
    return { data: answers.flatMap((answer) => answer.data) }
  },
  create: (resource, params) => forForm(rest.create(resource, params)),
  update: (resource, params) => forForm(rest.update(resource, params)),
  deleteMany: (resource, { ids }) => deleteEach(resource, ids),
  action: async (resource, id, name, input) => {
    const { json } = await post(path(resource, id, name), input)
    if (!isRow(json)) throw new HttpError(i18nProvider.translate('app.error.status', { status: 200 }), 500)
    return json
  },
  bulkAction: async (resource, name, ids, input) => {
    const { json } = await post(path(resource, 'actions', name), { ids, input })
    if (!isObject(json) || !Array.isArray(json.results)) return { results: [] }
    return {
      results: json.results.filter(isBulkResult),
      ...(isRow(json.gathered) && { gathered: json.gathered }),
    }
  },
  preview: async (resource, data, signal) => {
    const { json } = await http(path(resource, 'preview'), {
      method: 'POST',
      body: JSON.stringify(data),
      signal,
    })
    return isObject(json) ? json : {}
  },
}

export const useConsoleData = () => useDataProvider<ConsoleDataProvider>()
