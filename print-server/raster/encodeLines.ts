const MOST_REPEATS = 256
const MOST_IN_RUN = 128
/** A literal run of `n` units is announced by this minus `n`. */
const LITERAL = 257

/**
 * Packs a page's lines (PWG 5102.4, 4.4): equal lines are sent once with their number, and each line is runs of equal
 * or of differing units. A unit is a pixel of `unitBytes` bytes, or eight dots of black.
 */
export function encodeLines(lines: Buffer, lineBytes: number, unitBytes: number): Buffer {
  const height = lines.length / lineBytes
  // At worst every unit has a byte before it.
  const packed = Buffer.allocUnsafe(height * (1 + 2 * lineBytes))
  let end = 0
  for (let y = 0; y < height;) {
    const line = lines.subarray(y * lineBytes, (y + 1) * lineBytes)
    const repeats = countEqualLines(lines, y, lineBytes, height)
    packed[end] = repeats - 1
    end = packLine(line, unitBytes, packed, end + 1)
    y += repeats
  }
  return Buffer.from(packed.subarray(0, end))
}

function countEqualLines(lines: Buffer, y: number, lineBytes: number, height: number): number {
  const start = y * lineBytes
  let count = 1
  while (count < MOST_REPEATS && y + count < height) {
    const other = start + count * lineBytes
    if (lines.compare(lines, other, other + lineBytes, start, start + lineBytes) !== 0) break
    count += 1
  }
  return count
}

function packLine(line: Buffer, unitBytes: number, packed: Buffer, start: number): number {
  let end = start
  for (let x = 0; x < line.length;) {
    const equal = runLength(line, x, unitBytes, true)
    const literal = equal > 1 ? 0 : runLength(line, x, unitBytes, false)
    packed[end] = literal > 1 ? LITERAL - literal : equal - 1
    end += 1
    end += line.copy(packed, end, x, x + Math.max(1, literal) * unitBytes)
    x += Math.max(equal, literal) * unitBytes
  }
  return end
}

/** How many units from `x` on equal their neighbour, or how many stand before the next two equal ones. */
function runLength(line: Buffer, x: number, unitBytes: number, equal: boolean): number {
  let count = 1
  for (let next = x + unitBytes; count < MOST_IN_RUN && next < line.length; next += unitBytes) {
    if (equal !== sameUnit(line, next - unitBytes, next, unitBytes)) return equal ? count : count - 1
    count += 1
  }
  return count
}

function sameUnit(line: Buffer, a: number, b: number, unitBytes: number): boolean {
  for (let i = 0; i < unitBytes; i += 1) if (line[a + i] !== line[b + i]) return false
  return true
}
