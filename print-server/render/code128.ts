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
  const [symbol] = bwip.raw('code128', text)
  if (!symbol || !('sbs' in symbol)) throw new Error('The barcode library has changed: it answers no bars.')
  let [modules, path] = [0, '']
  // Bar, space, bar …, each so many modules wide.
  for (const [at, width] of symbol.sbs.entries()) {
    if (at % 2 === 0) path += `M${modules} 0h${width}v1h-${width}z`
    modules += width
  }
  const size = `width="${modules * dots * dotMm}mm" height="${heightMm}mm" viewBox="0 0 ${modules} 1"`
  return `<svg class="code128" ${size} preserveAspectRatio="none" xmlns="http://www.w3.org/2000/svg"><path d="${path}"/></svg>`
}
