import { describe, expect, it } from '@jest/globals'
import { carriedPages, type Layout } from '../../../print-server/render/carriedPages.js'
import { layoutOf } from '../../../print-server/render/layoutOf.js'
import { linesOfType } from '../../../print-server/render/linesOfType.js'
import { naturalOrder } from '../../../print-server/render/naturalOrder.js'

const layout: Layout = {
  firstRoom: 50,
  nextRoom: 70,
  end: 30,
  row: 10,
  points: 9,
  leading: 1.3,
  columns: new Map([['name', 40]]),
}
const lines = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ name: `货 ${at}`, cents: 150, each: '0.1' }))
const shape = (count: number) =>
  carriedPages(lines(count), ['cents'], layout).map((page) => page.lines.length)

describe('lines divided into pages', () => {
  it('stand on one page while the end fits under them, and the last goes over with an end that does not', () => {
    expect(shape(0)).toEqual([0])
    expect(shape(2)).toEqual([2])
    expect(shape(3)).toEqual([2, 1])
    expect(shape(5)).toEqual([4, 1])
    expect(shape(10)).toEqual([4, 5, 1])
  })

  it('carry money as 分 and quantities without a rounding error', () => {
    const [, second, third] = carriedPages(lines(10), ['cents', 'each'], layout)
    expect(second).toMatchObject({
      isFirst: false,
      isLast: false,
      brought: { cents: 600, each: '0.4000' },
      carried: { cents: 1350, each: '0.9000' },
      before: { name: '货 3' },
      last: { name: '货 8' },
    })
    expect(third).toMatchObject({
      isLast: true,
      brought: { cents: 1350 },
      carried: { cents: 1500, each: '1.0000' },
    })
  })

  it('take more room where a text runs over several lines, and at least one line a page however high', () => {
    const long = lines(4).map((line) => ({ ...line, name: '长'.repeat(22) }))
    expect(carriedPages(long, [], layout).map((page) => page.lines.length)).toEqual([2, 2])
    const huge = lines(3).map((line) => ({ ...line, name: '长'.repeat(6000) }))
    expect(carriedPages(huge, [], layout).map((page) => page.lines.length)).toEqual([1, 1, 1])
  })

  it('do their work on what is no list', () => {
    expect(carriedPages(undefined, ['cents'], layout)).toMatchObject([
      { lines: [], isLast: true, carried: { cents: 0 } },
    ])
  })
})

describe('the measures of a page', () => {
  const paper = { widthMm: 210, heightMm: 297, top: '10mm', right: '10mm', bottom: '13mm', left: '10mm' }

  it('are those of the paper less what the template names', () => {
    const hash = { head: 50, titles: 8, end: 60, row: 6, points: 9, columns: 'name:-140 remark:20' }
    expect(layoutOf(hash, paper)).toEqual({
      firstRoom: 216,
      nextRoom: 260,
      end: 60,
      row: 6,
      points: 9,
      leading: 1.3,
      columns: new Map([
        ['name', 50],
        ['remark', 20],
      ]),
    })
  })

  it('count lines of type rather too many than too few', () => {
    expect(linesOfType('', 10)).toBe(1)
    expect(linesOfType('黄铜球阀', 10)).toBe(1)
    expect(linesOfType('黄铜球阀黄铜球阀黄铜', 10)).toBe(2)
    expect(linesOfType('abc '.repeat(10), 10)).toBeGreaterThanOrEqual(3)
    expect(linesOfType('W'.repeat(40), 10)).toBe(4)
  })
})

describe('the natural order of records', () => {
  it('counts figures by their value, keeps equals as they were and puts the nameless last', () => {
    const places = ['B-10', null, 'B-2', 'A-1', 'B-2'].map((location, id) => ({ location, id }))
    expect(naturalOrder(places, 'location')).toEqual([3, 2, 4, 0, 1].map((id) => places[id]))
    expect(naturalOrder(null, 'location')).toEqual([])
  })
})
