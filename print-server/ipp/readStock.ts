import type { Capabilities, Supply } from '../protocol.js'
import { cleanWords } from './cleanWords.js'
import { texts, type Attributes } from './message.js'
import { pairsOf } from './pairsOf.js'

const MOST = 20
const FULL = 100
/** Where the printer does not say from which level on it wants a new one. */
const LOW = 10
const NEARLY_FULL = 90

/** Toner, ink, ribbons and waste boxes: as markers (CUPS), or as `printer-supply` (PWG 5100.13). */
export function readSupplies(attributes: Attributes): Supply[] {
  return attributes.has('marker-names') ? fromMarkers(attributes) : fromSupplies(attributes)
}

/** `printer-input-tray` (PWG 5100.13): what is left in each tray. Negative numbers mean that it cannot tell. */
export function readTrays(attributes: Attributes): Capabilities['trays'] {
  return pairsOf(attributes, 'printer-input-tray')
    .slice(0, MOST)
    .map((tray, index) => ({
      name: nameOf(tray.get('name') ?? tray.get('type'), index),
      level: shareOf(Number(tray.get('level') || 'unknown'), Number(tray.get('maxcapacity'))),
    }))
}

function fromMarkers(attributes: Attributes): Supply[] {
  const types = texts(attributes, 'marker-types')
  const colors = texts(attributes, 'marker-colors')
  // Not `integers`: a level that is no number must not move its neighbours up.
  const numbers = (name: string) => (attributes.get(name) ?? []).map((value) => shareOf(value, FULL))
  const levels = numbers('marker-levels')
  const [lows, highs] = [numbers('marker-low-levels'), numbers('marker-high-levels')]
  return texts(attributes, 'marker-names')
    .slice(0, MOST)
    .map((name, index) => {
      const type = typeOf(types[index])
      const isWaste = /waste/i.test(type)
      // A high level that is none would call every waste box full.
      const bound = isWaste ? highs[index] || NEARLY_FULL : (lows[index] ?? LOW)
      return supply(
        nameOf(name || type, index),
        type,
        colorsOf(colors[index]),
        levels[index] ?? null,
        bound,
        isWaste,
      )
    })
}

function fromSupplies(attributes: Attributes): Supply[] {
  const names = texts(attributes, 'printer-supply-description')
  return pairsOf(attributes, 'printer-supply')
    .slice(0, MOST)
    .map((pairs, index) => {
      const type = typeOf(pairs.get('type'))
      const isWaste = pairs.get('class') === 'receptacleThatIsFilled'
      const level = shareOf(Number(pairs.get('level') || 'unknown'), Number(pairs.get('maxcapacity')))
      const colors = colorsOf(COLORANTS[pairs.get('colorantname')?.toLowerCase() ?? ''])
      return supply(
        nameOf(names[index] || type, index),
        type,
        colors,
        level,
        isWaste ? NEARLY_FULL : LOW,
        isWaste,
      )
    })
}

function supply(
  name: string,
  type: string,
  colors: string[],
  level: number | null,
  bound: number,
  isWaste: boolean,
): Supply {
  const isLow = level !== null && (isWaste ? level >= bound : level <= bound)
  return { name, type, colors, level, isLow, isWaste }
}

const COLORANTS: Record<string, string> = {
  black: '#000000',
  cyan: '#00ffff',
  magenta: '#ff00ff',
  yellow: '#ffff00',
}

/** In per cent, or null where that cannot be said. */
function shareOf(left: unknown, most: number): number | null {
  if (typeof left !== 'number' || !(most > 0) || !(left >= 0) || left > most) return null
  return Math.round((left / most) * FULL)
}

const nameOf = (name: string | undefined, index: number): string =>
  cleanWords([name ?? ''], 1)[0] ?? `#${index + 1}`

const typeOf = (type: string | undefined): string => (cleanWords([type ?? ''], 1)[0] ?? '').slice(0, 60)

/** `#00FFFF#FF00FF` is one cartridge of two colours. */
function colorsOf(text = ''): string[] {
  return [...text.matchAll(/#[0-9a-f]{6}/gi)].map(([color]) => color.toLowerCase()).slice(0, 6)
}
