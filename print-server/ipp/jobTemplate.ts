import type { Paper } from '../protocol.js'
import type { EncodableAttributes } from './encode.js'
import type { PrinterDescription } from './printerDescription.js'

/**
 * What a printer must be told about the sheet. The size always goes along, because CUPS ignores the one in the PDF;
 * in 1/100 mm, because a form of 139.7 mm rounded to 140 drifts. One-sided and unscaled are asked for where offered:
 * a duplex default would put two copies on one sheet. `copies` is never sent: every copy is a page of its own.
 */
export function jobTemplate(
  paper: Paper,
  printer: PrinterDescription,
  tray: string | null,
): EncodableAttributes {
  return {
    ...media(paper, printer, tray),
    ...(printer.sides.includes('one-sided') && { sides: 'one-sided' }),
    ...(printer.scalings.includes('none') && { 'print-scaling': 'none' }),
  }
}

function media(paper: Paper, printer: PrinterDescription, tray: string | null): EncodableAttributes {
  const keyword = printer.media.find((name) => isSize(name, paper))
  const takesSizes = printer.mediaColMembers.includes('media-size')
  if (keyword !== undefined && !takesSizes && tray === null) return { media: keyword }
  return {
    'media-col': {
      'media-size': { 'x-dimension': hundredths(paper.widthMm), 'y-dimension': hundredths(paper.heightMm) },
      ...(tray !== null && { 'media-source': tray }),
    },
  }
}

function hundredths(millimetres: number): number {
  return Math.round(millimetres * 100)
}

/** PWG 5101.1 names end in the size: `iso_a4_210x297mm`, `na_letter_8.5x11in`. */
function isSize(name: string, paper: Paper): boolean {
  const match = /_([\d.]+)x([\d.]+)(mm|in)$/.exec(name)
  if (!match) return false
  const scale = match[3] === 'in' ? 25.4 : 1
  const near = (text: string | undefined, millimetres: number) =>
    Math.abs(Number(text) * scale - millimetres) < 0.5
  return near(match[1], paper.widthMm) && near(match[2], paper.heightMm)
}
