import { encodeQR } from 'qr'

/**
 * A QR code as a square SVG of true size, black only; the caller leaves four modules blank around it.
 * Empty for what is no text or too long to be read off paper.
 * @param text up to 200 characters, any script
 */
export function qr(text: unknown, sizeMm: number): string {
  if (typeof text !== 'string' || text === '' || text.length > 200) return ''
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 }).slice(1, -1)
  const size = `width="${sizeMm}mm" height="${sizeMm}mm" viewBox="0 0 ${rows.length} ${rows.length}"`
  const path = rows.map((row, y) => runsOf(row.slice(1, -1), y)).join('')
  return `<svg class="qr" ${size} xmlns="http://www.w3.org/2000/svg"><path d="${path}"/></svg>`
}

/** The dark modules of a row, side by side as one: all in one path, so that no seam shows between rows. */
function runsOf(row: readonly boolean[], y: number): string {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    const from = x
    while (row[x]) x++
    if (x > from) path += `M${from} ${y}h${x - from}v1h${from - x}z`
  }
  return path
}
