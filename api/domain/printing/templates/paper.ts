import { asObject } from '../../../engine/shapes.js'

/** A size of paper; forms are exact multiples of 1/6 inch high, so 139.7 and never 140. */
export interface Paper {
  name: string
  widthMm: number
  heightMm: number
  margin?: string
}

export function isPaper(value: unknown): value is Paper {
  const { name, widthMm, heightMm } = asObject(value)
  const size = (mm: unknown) => typeof mm === 'number' && mm >= 20 && mm <= 2000
  return typeof name === 'string' && size(widthMm) && size(heightMm)
}

/** The paper that a template has for a printer: the one loaded there if it knows it, else its own default. */
export function paperFor(papers: unknown, loaded: string | null): Paper {
  const known = Array.isArray(papers) ? papers.filter(isPaper) : []
  const paper = known.find(({ name }) => name === loaded) ?? known[0]
  if (!paper) throw new Error('A template without papers was stored.')
  return paper
}
