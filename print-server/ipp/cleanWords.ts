const LONGEST_WORD = 120

/** Without control characters, doubles and blanks. */
export function cleanWords(found: string[], most: number): string[] {
  const clean = found.map((word) =>
    word
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, LONGEST_WORD)
      .trim(),
  )
  return [...new Set(clean.filter((word) => word !== ''))].slice(0, most)
}
