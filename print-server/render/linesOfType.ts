/**
 * How many lines of type a text takes in a column, rather one too many than one too few: widths are those of the
 * widest letters of Noto Sans SC, and a word that does not fit goes to the next line whole.
 * @param width of the column's inside, in em
 */
export function linesOfType(text: string, width: number): number {
  let lines = 1
  let used = 0
  // A Chinese sign may not stand first when it closes a phrase; then the sign before it goes down as well.
  const room = Math.max(width - 1, 1)
  for (const [word] of text.matchAll(/[\x21-\x7e]+|[^\x21-\x7e]/gu)) {
    let wide = widthOf(word)
    if (used > 0 && used + wide > room) {
      lines += 1
      used = 0
    }
    for (; wide > room; wide -= room) lines += 1
    used += wide
  }
  return lines
}

/** A text that may take this many em, else its beginning and an ellipsis. Empty for what is no text. */
export function shortened(text: unknown, width: number): string {
  if (typeof text !== 'string') return ''
  let begin = ''
  for (const letter of text) {
    if (widthOf(begin + letter) > width) return `${begin}…`
    begin += letter
  }
  return text
}

function widthOf(word: string): number {
  let wide = 0
  for (const letter of word) wide += /[\x20-\x7e]/.test(letter) ? (/[A-Z@%&mw]/.test(letter) ? 0.9 : 0.62) : 1
  return wide
}
