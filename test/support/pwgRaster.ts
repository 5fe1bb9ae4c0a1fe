/** One page of PWG raster, unpacked. `lines` holds `bytesPerLine` bytes for each of `height` lines. */
export interface RasterSheet {
  mediaClass: string
  dpi: [number, number]
  points: [number, number]
  width: number
  height: number
  bitsPerPixel: number
  bytesPerLine: number
  colorSpace: number
  totalPages: number
  duplex: number
  copies: number
  lines: Buffer
}

const HEADER_BYTES = 1796

/** Reads PWG raster as a printer would, and throws where it is not exactly that. */
export function readPwgRaster(file: Buffer): RasterSheet[] {
  if (file.toString('latin1', 0, 4) !== 'RaS2') throw new Error('no sync word')
  const sheets: RasterSheet[] = []
  let at = 4
  while (at < file.length) {
    const number = (offset: number) => file.readUInt32BE(at + offset)
    const [width, height, bytesPerLine] = [number(372), number(376), number(392)]
    const sheet: RasterSheet = {
      mediaClass: file.toString('latin1', at, at + 10),
      dpi: [number(276), number(280)],
      points: [number(352), number(356)],
      width,
      height,
      bitsPerPixel: number(388),
      bytesPerLine,
      colorSpace: number(400),
      totalPages: number(452),
      duplex: number(272),
      copies: number(340),
      lines: Buffer.alloc(bytesPerLine * height),
    }
    at = unpackLines(file, at + HEADER_BYTES, sheet)
    sheets.push(sheet)
  }
  return sheets
}

/** The share of pixels that are darker than half, from 0 to 1; colours count by their sum. */
export function darkShare({ lines, bitsPerPixel, width, height }: RasterSheet): number {
  let dark = 0
  if (bitsPerPixel === 1) {
    for (const byte of lines) dark += byte.toString(2).replaceAll('0', '').length
  } else {
    const colors = bitsPerPixel / 8
    for (let i = 0; i < lines.length; i += colors) {
      const sum = lines.subarray(i, i + colors).reduce((a, b) => a + b)
      if (sum < 128 * colors) dark += 1
    }
  }
  return dark / (width * height)
}

/** Answers where the next page begins. */
function unpackLines(
  file: Buffer,
  start: number,
  { lines, height, bytesPerLine, bitsPerPixel }: RasterSheet,
): number {
  const unit = Math.ceil(bitsPerPixel / 8)
  let at = start
  for (let y = 0; y < height;) {
    const repeats = file.readUInt8(at++) + 1
    const line = Buffer.alloc(bytesPerLine)
    for (let x = 0; x < bytesPerLine;) {
      const code = file.readUInt8(at++)
      if (code === 128) throw new Error('reserved run')
      const [units, times] = code < 128 ? [1, code + 1] : [257 - code, 1]
      if (x + units * times * unit > bytesPerLine) throw new Error('a run goes past the end of its line')
      for (let i = 0; i < times; i += 1) x += file.copy(line, x, at, at + units * unit)
      at += units * unit
    }
    if (y + repeats > height) throw new Error('more lines than the page has')
    for (let i = 0; i < repeats; i += 1) line.copy(lines, (y + i) * bytesPerLine)
    y += repeats
  }
  return at
}
