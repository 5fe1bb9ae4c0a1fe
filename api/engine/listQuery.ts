import { BadRequest } from './problems.js'
import { asNumbers, asObject, parseJson } from './shapes.js'

/** The most rows that one page may hold. */
const MOST_ROWS = 1000

export interface ListQuery {
  filter: Record<string, unknown>
  /** First row and row count; null asks for all that the filter names (getMany). */
  range: { from: number; count: number } | null
  sort: unknown
}

/** Reads `filter`, `range` and `sort` as ra-data-simple-rest sends them. */
export function listQueryOf(query: Record<string, unknown>): ListQuery {
  const filter = json(query.filter, 'filter') ?? {}
  if (typeof filter !== 'object' || Array.isArray(filter))
    throw BadRequest({ zh: 'filter 应是一个 JSON 对象。', en: 'filter must be a JSON object.' })
  return {
    filter: asObject(filter),
    range: rangeOf(json(query.range, 'range')),
    sort: json(query.sort, 'sort'),
  }
}

function rangeOf(range: unknown): ListQuery['range'] {
  if (range === null || range === undefined) return null
  const [from = Number.NaN, to = Number.NaN] = asNumbers(range)
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(to) || from < 0 || to < from - 1)
    throw BadRequest({
      zh: 'range 应写作 [0,24]:从第几行到第几行。',
      en: 'range must look like [0,24]: the first and the last row.',
    })
  if (to - from + 1 > MOST_ROWS)
    throw BadRequest({
      zh: `一页最多 ${MOST_ROWS} 行；更多请用导出。`,
      en: `A page holds at most ${MOST_ROWS} rows; use the export for more.`,
    })
  return { from, count: to - from + 1 }
}

function json(value: unknown, name: string): unknown {
  if (value === undefined || value === '') return null
  try {
    return parseJson(value)
  } catch {
    throw BadRequest({ zh: `${name} 不是正确的 JSON。`, en: `${name} is not valid JSON.` })
  }
}
