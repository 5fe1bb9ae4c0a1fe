const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** One red pixel, and behind its end what makes it another file. */
export const png = (comment = ''): Buffer =>
  Buffer.concat([Buffer.from(PIXEL, 'base64'), Buffer.from(comment)])

/** The frame of a JPEG of that size, with nothing in it. */
export function jpeg(width: number, height: number): Buffer {
  const frame = Buffer.alloc(17)
  frame.writeUInt16BE(17, 0)
  frame[2] = 8
  frame.writeUInt16BE(height, 3)
  frame.writeUInt16BE(width, 5)
  return Buffer.concat([Buffer.from('ffd8ffe000040000ffc0', 'hex'), frame, Buffer.from('ffd9', 'hex')])
}

/** A PNG that says it has so many pixels. */
export function pngOf(width: number, height: number): Buffer {
  const bytes = png()
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}
