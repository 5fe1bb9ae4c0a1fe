import { isRow, type Row } from '../schema/row'
import { isObject } from '../schema/valueAt'

export interface SearchResult {
  resource: string
  /** The record bears exactly what was asked for. */
  exact: boolean
  record: Row
}

const isResult = (value: unknown): value is SearchResult =>
  isObject(value) && typeof value.resource === 'string' && isRow(value.record)

/** The answer of `GET /api/search`; what is no result is left out. */
export const resultsIn = (json: unknown): SearchResult[] =>
  isObject(json) && Array.isArray(json.results) ? json.results.filter(isResult) : []
