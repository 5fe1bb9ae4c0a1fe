import type { IppValue } from './message.js'

const OUT_OF_BAND_END = 0x20
const FIRST_TEXT = 0x40
const LAST_TEXT = 0x5f

type Decoder = (bytes: Buffer) => IppValue | null

const integer: Decoder = (bytes) => (bytes.length === 4 ? bytes.readInt32BE(0) : null)
const utf8: Decoder = (bytes) => bytes.toString('utf8')

const decoders: Record<number, Decoder> = {
  0x21: integer,
  0x22: (bytes) => (bytes.length === 1 ? bytes[0] !== 0 : null),
  0x23: integer,
  0x30: (bytes) => Buffer.from(bytes),
  0x31: dateTime,
  0x32: (bytes) =>
    bytes.length === 9
      ? { x: bytes.readInt32BE(0), y: bytes.readInt32BE(4), unit: bytes[8] === 3 ? 'dpi' : 'dpcm' }
      : null,
  0x33: (bytes) => (bytes.length === 8 ? { lower: bytes.readInt32BE(0), upper: bytes.readInt32BE(4) } : null),
  0x35: textWithLanguage,
  0x36: textWithLanguage,
  0x41: utf8,
  0x42: utf8,
}

/** One value by its tag (RFC 8010, 3.5.2), or null when its length contradicts the tag. */
export function decodeValue(tag: number, bytes: Buffer): IppValue | null {
  if (tag < OUT_OF_BAND_END) return { outOfBand: tag }
  const decoder = decoders[tag]
  if (decoder) return decoder(bytes)
  return tag >= FIRST_TEXT && tag <= LAST_TEXT ? bytes.toString('latin1') : Buffer.from(bytes)
}

/** RFC 2579 DateAndTime: local clock time with its offset from UTC. */
function dateTime(bytes: Buffer): IppValue | null {
  if (bytes.length !== 11) return null
  const [month, day, hour, minute, second, tenths, sign, offsetHours, offsetMinutes] = bytes.subarray(2)
  const east = (sign === 0x2d ? -1 : 1) * ((offsetHours ?? 0) * 60 + (offsetMinutes ?? 0))
  const local = Date.UTC(
    bytes.readUInt16BE(0),
    (month ?? 1) - 1,
    day,
    hour,
    minute,
    second,
    (tenths ?? 0) * 100,
  )
  return new Date(local - east * 60_000)
}

function textWithLanguage(bytes: Buffer): IppValue | null {
  if (bytes.length < 4) return null
  const languageLength = bytes.readUInt16BE(0)
  if (languageLength + 4 > bytes.length) return null
  const textLength = bytes.readUInt16BE(2 + languageLength)
  if (languageLength + 4 + textLength > bytes.length) return null
  return {
    language: bytes.toString('latin1', 2, 2 + languageLength),
    text: bytes.toString('utf8', 4 + languageLength, 4 + languageLength + textLength),
  }
}
