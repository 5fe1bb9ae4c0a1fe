import type { Paper } from '../protocol.js'

export interface Margins {
  top: string
  right: string
  bottom: string
  left: string
}

/** The four margins of a paper, from its CSS shorthand in mm; 10 mm where it names none. */
export function marginsOf({ margin = '10mm', name }: Paper): Margins {
  const lengths = margin.trim().split(/\s+/)
  if (lengths.length > 4 || !lengths.every((length) => /^(0|\d+(\.\d+)?mm)$/.test(length)))
    throw new Error(`The margin "${margin}" of the paper ${name} is not one to four lengths in mm`)
  const [top = '0', right = top, bottom = top, left = right] = lengths.map((length) =>
    length === '0' ? '0mm' : length,
  )
  return { top, right, bottom, left }
}
