/** Bayer's order of 4 × 4 dots: thresholds spread so that grey becomes an even pattern, and black and white stay whole. */
const order = [0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5]
const thresholds = order.map((rank) => rank * 16 + 8)

/** Grey (0 is black) as dots, eight in a byte, 1 is black. A fixed threshold would drop every light rule of a table. */
export function blackDots(grey: Uint8Array, width: number, height: number): Buffer {
  const lineBytes = Math.ceil(width / 8)
  const dots = Buffer.alloc(lineBytes * height)
  for (let y = 0; y < height; y += 1) {
    const row = (y & 3) * 4
    for (let x = 0; x < width; x += 1) {
      if ((grey[y * width + x] ?? 0) >= (thresholds[row + (x & 3)] ?? 0)) continue
      const at = y * lineBytes + (x >> 3)
      dots[at] = (dots[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return dots
}
