import type { Row } from '../schema/row'

export const MOST_BYTES = 1024 * 1024

/** Where the bytes are; the hash makes the address another one when the picture was replaced. */
export const pictureUrl = ({ id, sha256 }: Row): string =>
  `/api/images/${id}/picture?v=${String(sha256).slice(0, 12)}`

/** How a template calls it. */
export const callOf = (name: unknown): string => `{{image "${String(name)}"}}`

/** Format, size in pixels and in kB, as one line. */
export const factsOf = ({ type, width, height, size }: Row): string =>
  `${String(type).toUpperCase()} · ${String(width)}×${String(height)} · ${Math.max(1, Math.round(Number(size) / 1024))} kB`
