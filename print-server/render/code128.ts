import bwip from 'bwip-js/node'

// A dot of a 203 dpi head. Two are the narrowest bar that a dot-matrix or label printer draws true.
const dotMm = 0.125

/**
 * Code 128 as an SVG of true size, black bars only; the caller prints the readable text beside it and leaves 2.5 mm blank.
 * Empty for what Code 128 cannot carry or a sheet cannot hold: a document without its bars is still a document.
 * @param text printable ASCII, up to 30 characters
 * @param dots width of the narrowest bar
 */
export function code128(text: unknown, heightMm: number, dots = 2): string {
  if (typeof text !== 'string' || !/^[\x20-\x7e]{1,30}$/.test(text)) return ''
  const svg = bwip.toSVG({ bcid: 'code128', text, scale: 1, height: heightMm, includetext: false })
  const modules = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1])
  const size = `width="${modules * dots * dotMm}mm" height="${heightMm}mm" preserveAspectRatio="none"`
  return svg.replace('<svg ', `<svg class="code128" ${size} `)
}
