/** Bayer's order of 4 × 4 dots: thresholds spread so that grey becomes an even pattern, and black and white stay whole. */
const order = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
const thresholds = order.map((rank) => rank * 16 + 8)
const HALF = 128
const INK = 48

/**
 * Grey (0 is black) as dots, eight in a byte, 1 is black. Grey areas and light rules become a pattern instead of
 * vanishing; the soft edges of letters and bars are cut straight, because a scanner reads bars by their width.
 */
export function blackDots(grey: Uint8Array, width: number, height: number): Buffer {
  const lineBytes = Math.ceil(width / 8)
  const dots = Buffer.alloc(lineBytes * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const i = y * width + x
      const value = grey[i] ?? 0
      if (value === 255) continue
      const threshold = touchesInk(grey, i, width) ? HALF : thresholdAt(x, y)
      if (value >= threshold) continue
      const at = y * lineBytes + (x >> 3)
      dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return dots
}

/** Shifted from tile to tile, so that a line of one dot's width meets all thresholds whichever row or column it is in. */
function thresholdAt(x: number, y: number): number {
  const row = (y + (x >> 2)) & 3
  const column = (x + (y >> 2)) & 3
  return thresholds[row * 4 + column] ?? HALF
}

/** Nothing beyond the page's first and last line counts; across its sides the next line's does, in a margin. */
function touchesInk(grey: Uint8Array, i: number, width: number): boolean {
  return [i - 1, i + 1, i - width, i + width].some((beside) => (grey[beside] ?? 255) < INK)
}
