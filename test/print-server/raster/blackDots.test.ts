import { describe, expect, it } from '@jest/globals'
import { blackDots } from '../../../print-server/raster/blackDots.js'

const SIDE = 16

/** A square of grey whose every line is `line`, as rows of # and dots. */
function dotsOf(line: number[]): string[] {
  const grey = Uint8Array.from({ length: SIDE * SIDE }, (_, i) => line[i % SIDE] ?? 255)
  const dots = blackDots(grey, SIDE, SIDE)
  return Array.from({ length: SIDE }, (_, y) =>
    dots
      .readUInt16BE(y * 2)
      .toString(2)
      .padStart(SIDE, '0')
      .replaceAll('0', '.')
      .replaceAll('1', '#'),
  )
}

const filled = (value: number) => Array.from({ length: SIDE }, () => value)
const inkOf = (rows: string[]) => rows.join('').replaceAll('.', '').length / SIDE ** 2

describe('black dots', () => {
  it.each([
    [0, 1],
    [64, 0.75],
    [128, 0.5],
    [192, 0.25],
    [255, 0],
  ])('make of the grey %i ink on %d of the area', (grey, share) => {
    expect(inkOf(dotsOf(filled(grey)))).toBe(share)
  })

  it('cut the soft edge of a bar straight, at its half', () => {
    const bar = [255, 255, 100, 0, 0, 0, 150, 255, 255, 255, 255, 255, 255, 255, 255, 255]
    expect(new Set(dotsOf(bar))).toEqual(new Set(['..####..........']))
  })

  it.each([0, 1, 2, 3])('keep a light rule in column %i as a line of dots', (column) => {
    const rule = filled(255).map((white, x) => (x === column ? 170 : white))
    expect(inkOf(dotsOf(rule)) * SIDE).toBe(5 / 16)
  })
})
