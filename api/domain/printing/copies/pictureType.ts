/** Media type and file ending of what a signed copy may be kept as, told by its first bytes; null for anything else. */
export function pictureType(bytes: Buffer): { mediaType: string; ending: string } | null {
  const head = bytes.subarray(0, 12)
  const begins = (...codes: number[]) => codes.every((code, at) => head[at] === code)
  if (begins(0xff, 0xd8, 0xff)) return { mediaType: 'image/jpeg', ending: 'jpg' }
  if (begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { mediaType: 'image/png', ending: 'png' }
  if (head.toString('latin1', 0, 4) === 'RIFF' && head.toString('latin1', 8, 12) === 'WEBP')
    return { mediaType: 'image/webp', ending: 'webp' }
  if (head.toString('latin1', 0, 5) === '%PDF-') return { mediaType: 'application/pdf', ending: 'pdf' }
  return null
}
