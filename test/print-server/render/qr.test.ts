import { expect, it } from '@jest/globals'
import bwip from 'bwip-js/node'
import { decodeQR } from 'qr/decode.js'
import { qr } from '../../../print-server/render/qr.js'

/** The dark modules of the drawing, row by row. */
function modulesOf(svg: string): string[] {
  const size = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => ' '))
  for (const [, x, y, width] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\3z/g))
    rows[Number(y)]?.fill('#', Number(x), Number(x) + Number(width))
  return rows.map((row) => row.join(''))
}

/** The eight symbols that another encoder draws of a text, one for each mask that a reader takes away again. */
function symbolsOf(text: string): string[][] {
  return Array.from({ length: 8 }, (_, mask) => {
    const [symbol] = bwip.raw('qrcode', text, `eclevel=M mask=${mask + 1}`)
    if (!symbol || !('pixs' in symbol)) throw new Error('No symbol was drawn.')
    const { pixs, pixx } = symbol
    return Array.from({ length: pixs.length / pixx }, (__, y) =>
      pixs
        .slice(y * pixx, (y + 1) * pixx)
        .map((dark) => (dark ? '#' : ' '))
        .join(''),
    )
  })
}

/** What a camera's program reads off the drawing, four pixels to a module. */
function readOff(svg: string): string {
  const blank = 4
  const rows = modulesOf(svg)
  const side = (rows.length + 2 * blank) * 4
  const isDark = (pixel: number) =>
    rows[Math.floor(pixel / side / 4) - blank]?.[Math.floor((pixel % side) / 4) - blank] === '#'
  const data = Uint8Array.from({ length: side * side * 3 }, (_, at) => (isDark(Math.floor(at / 3)) ? 0 : 255))
  return decodeQR({ width: side, height: side, data })
}

it('the code of a copy is the symbol that another encoder draws of it', () => {
  const code = 'DOC.SH20261123-0001.1.1.3F8A9B2C'
  const modules = modulesOf(qr(code, 15))
  expect(modules).toHaveLength(25)
  expect(symbolsOf(code)).toContainEqual(modules)
})

it.each([
  ['digits', '20261127000123456789'],
  ['a link', 'https://slipway.example/t/sh20261127-0001'],
  ['Chinese with rare characters', '送货单𠮷䶮'],
  ['the longest that is drawn', 'x'.repeat(200)],
])('%s can be read off the drawing', (_, text) => {
  expect(readOff(qr(text, 15))).toBe(text)
})
