import type { ColumnTypes } from '../dialect.js'

/** How a printer is signed in to and trusted; the password is sealed. `certificate`: what it showed and nobody trusts yet. */
export const up = (t: ColumnTypes): string[] =>
  [
    `username ${t.text(100)}`,
    `password ${t.text(600)}`,
    `tlsPin ${t.text(100)}`,
    `tlsCa ${t.long}`,
    `certificate ${t.long}`,
  ].map((column) => `ALTER TABLE printers ADD COLUMN ${column}`)
