import { fieldOf } from './fieldOf.js'
import { linesOfType } from './linesOfType.js'

const mmPerPoint = 25.4 / 72

/** All lengths in mm. */
export interface Layout {
  /** What the paper holds between its margins on the first page, and on each further one. */
  firstRoom: number
  nextRoom: number
  /** What totals and signatures take under the last line. */
  end: number
  /** A row with one line of type, and the type's size in points and its line in multiples of that. */
  row: number
  points: number
  leading: number
  /** Inner widths of the columns that may take several lines, by the field that stands there. */
  columns: Map<string, number>
}

type Sums = Record<string, number | string>

export interface CarriedPage {
  lines: unknown[]
  isFirst: boolean
  isLast: boolean
  /** The sums of all lines on the pages before, and the last of those lines. */
  brought: Sums
  before: unknown
  /** The same up to the foot of this page. */
  carried: Sums
  last: unknown
}

/**
 * Lines divided into pages before they are drawn, so that each page can say what it carries. Heights are estimated
 * upwards: a page may end early, and if one should still be too full, it flows on and no line is cut.
 * @param fields whose sums are carried: integer 分, or decimal strings
 */
export function carriedPages(records: unknown, fields: string[], layout: Layout): CarriedPage[] {
  const lines: unknown[] = Array.isArray(records) ? records : []
  const heights = lines.map((line) => heightOf(line, layout))
  const pages: CarriedPage[] = []
  let brought = add({}, [], fields)
  let from = 0
  do {
    const to = endOfPage(heights, from, layout)
    const carried = add(brought, lines.slice(from, to), fields)
    pages.push({
      lines: lines.slice(from, to),
      isFirst: from === 0,
      isLast: to >= lines.length,
      brought,
      before: lines[from - 1],
      carried,
      last: lines[to - 1],
    })
    brought = carried
    from = to
  } while (from < lines.length)
  return pages
}

/** The first line that is not on this page. A page that carries ends with a row for that, and all but the first begin with one. */
function endOfPage(heights: number[], from: number, { firstRoom, nextRoom, row, end }: Layout): number {
  const room = from === 0 ? firstRoom : nextRoom - row
  let to = from
  let used = 0
  while (to < heights.length && used + (heights[to] ?? 0) <= room - row) used += heights[to++] ?? 0
  if (to < heights.length) return Math.max(to, from + 1)
  // The end never stands alone: where it finds no room, the last line goes over with it.
  return used <= room - end || heights.length - from <= 1 ? heights.length : heights.length - 1
}

function heightOf(line: unknown, { columns, row, points, leading }: Layout): number {
  const em = points * mmPerPoint
  const counts = [...columns].map(([name, width]) => {
    const text = fieldOf(line, name)
    return typeof text === 'string' ? linesOfType(text, width / em) : 1
  })
  return row + (Math.max(1, ...counts) - 1) * em * leading
}

function add(sums: Sums, lines: unknown[], fields: string[]): Sums {
  return Object.fromEntries(
    fields.map((field) => [field, sum([sums[field], ...lines.map((line) => fieldOf(line, field))])]),
  )
}

/** Money stays an integer; decimals are added in ten thousandths, as quantities are stored. */
function sum(values: unknown[]): number | string {
  const places = values.some((value) => typeof value === 'string') ? 10_000 : 1
  const total = values.reduce<number>((at, value) => at + Math.round(Number(value ?? 0) * places), 0)
  return places === 1 ? total : (total / places).toFixed(4)
}
