import bwip from 'bwip-js/node'

/** A copy has the same code at its head and in the foot of its pages, and making one takes milliseconds. */
let last = { text: '', svg: '' }

/**
 * A QR code as a square SVG of true size, black only; the caller leaves four modules blank around it.
 * Empty for what is no text or too long to be read off paper.
 * @param text up to 200 characters, any script
 */
export function qr(text: unknown, sizeMm: number): string {
  if (typeof text !== 'string' || text === '' || text.length > 200) return ''
  if (last.text !== text) last = { text, svg: bwip.toSVG({ bcid: 'qrcode', text, scale: 1 }) }
  return last.svg.replace('<svg ', `<svg class="qr" width="${sizeMm}mm" height="${sizeMm}mm" `)
}
