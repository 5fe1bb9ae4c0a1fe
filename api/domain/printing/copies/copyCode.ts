/** What a copy is known by. */
interface Coded {
  /** Number of the document. */
  no: string
  revision: number
  copyNo: number
  /** SHA-256 in hex of what the copy says. */
  contentHash: string
}

/**
 * The code of one copy, printed on it as a QR: `DOC.SH20261123-0001.1.2.3F8A9B2C` (number, revision, copy, beginning of
 * the content hash, which tells kinds under one number apart). Capitals, digits and dots only: a QR holds these in
 * its densest mode, 25 modules wide, so that a needle printer at 180 dpi still draws it readable 11 mm wide.
 */
export const copyCode = ({ no, revision, copyNo, contentHash }: Coded): string =>
  `DOC.${no}.${revision}.${copyNo}.${contentHash.slice(0, 8)}`.toUpperCase()

const SHAPE = /^DOC\.[0-9A-Z-]{1,30}\.\d{1,4}\.\d{1,2}\.[0-9A-F]{8}$/

/** The code that was scanned or typed, in its own spelling (blanks and small letters do not matter); null for what is none. */
export function readCopyCode(scanned: string): string | null {
  const code = scanned.normalize('NFKC').replaceAll('。', '.').replaceAll(/\s/g, '').toUpperCase()
  return SHAPE.test(code) ? code : null
}
