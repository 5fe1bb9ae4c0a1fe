import type { Capabilities } from '../protocol.js'
import { flag, resolutions, texts, type Attributes, type IppValue } from './message.js'
import { cleanWords } from './cleanWords.js'
import { readSupplies, readTrays } from './readStock.js'

export const capabilityAttributes = [
  'media-ready',
  'media-size-supported',
  'printer-resolution-supported',
  'printer-input-tray',
  'printer-supply',
  'printer-supply-description',
  'marker-names',
  'marker-types',
  'marker-colors',
  'marker-levels',
  'marker-low-levels',
  'marker-high-levels',
]

const HUNDREDTHS = 100
const MOST_MM = 100_000

/** Reads what a printer can do. A device may say anything: the result is bounded, and what makes no sense is left out. */
export function readCapabilities(attributes: Attributes): Capabilities {
  const sides = texts(attributes, 'sides-supported')
  const dots = [
    ...resolutions(attributes, 'printer-resolution-supported'),
    ...resolutions(attributes, 'pwg-raster-document-resolution-supported'),
  ].filter(({ x, y }) => x > 0 && y > 0)
  return {
    formats: cleanWords(texts(attributes, 'document-format-supported'), 40),
    media: cleanWords(texts(attributes, 'media-supported'), 200),
    mediaReady: cleanWords(texts(attributes, 'media-ready'), 20),
    sizes: (attributes.get('media-size-supported') ?? []).flatMap(readSize).slice(0, 60),
    sources: cleanWords(texts(attributes, 'media-source-supported'), 20),
    trays: readTrays(attributes),
    supplies: readSupplies(attributes),
    color: flag(attributes, 'color-supported'),
    duplex: sides.length === 0 ? null : sides.some((side) => side.startsWith('two-sided')),
    resolutions: cleanWords(
      dots.map(({ x, y, unit }) => `${x}x${y}${unit}`),
      20,
    ),
  }
}

function readSize(value: IppValue): Capabilities['sizes'] {
  if (!(value instanceof Map)) return []
  const [width, height] = [spanOf(value, 'x-dimension'), spanOf(value, 'y-dimension')]
  return width && height ? [{ width, height }] : []
}

/** A length or a range of lengths, given in 1/100 mm. */
function spanOf(size: Attributes, side: string): [number, number] | null {
  const value = size.get(side)?.[0]
  const [least, most] =
    typeof value === 'number'
      ? [value, value]
      : typeof value === 'object' && 'lower' in value
        ? [value.lower, value.upper]
        : [0, 0]
  if (least < 0 || most <= 0 || most < least || most / HUNDREDTHS > MOST_MM) return null
  return [least / HUNDREDTHS, most / HUNDREDTHS]
}
