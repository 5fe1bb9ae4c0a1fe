import type { Layout } from './carriedPages.js'
import { fieldOf } from './fieldOf.js'

// sheet.hbs keeps this free at the head of continuation pages for the name of the document.
const continuationHead = 6

/**
 * The measures that a template gives with `pages`, on the paper it is drawn for. All in mm but the type:
 * `head` above the table on the first page, `titles` the table's own head, `end` under the last line, `row` a row
 * of one line, `points` and `leading` the type, `columns` the inner widths as `name:40 remark:-150`, where a
 * negative one is what the others leave of the paper's width.
 */
export function layoutOf(hash: Record<string, unknown>, paper: unknown): Layout {
  const mm = (name: string) => Number.parseFloat(String(fieldOf(paper, name)))
  const measure = (name: string) => Number(hash[name] ?? 0)
  const inside = mm('widthMm') - mm('left') - mm('right')
  const page = mm('heightMm') - mm('top') - mm('bottom') - measure('titles')
  const columns = String(hash.columns ?? '')
    .split(' ')
    .map((column) => column.split(':'))
    .map(([name = '', width]): [string, number] => [
      name,
      Number(width) > 0 ? Number(width) : inside + Number(width),
    ])
  return {
    firstRoom: page - measure('head'),
    nextRoom: page - continuationHead,
    end: measure('end'),
    row: measure('row'),
    points: measure('points'),
    leading: measure('leading') || 1.3,
    columns: new Map(columns),
  }
}
