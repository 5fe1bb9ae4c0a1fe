import { createInflateRaw } from 'node:zlib'
import { Readable } from 'node:stream'

export interface ZipEntry {
  name: string
  /** As the archive says; what is read is held to it. */
  size: number
  bytes(): AsyncIterable<Buffer>
}

const END = Buffer.from([0x50, 0x4b, 5, 6])
const CENTRAL = 0x02014b50
const LOCATOR_64 = 0x07064b50
const STORED = 0
/** In place of a number that did not fit in four bytes. */
const ELSEWHERE = 0xffffffff

/** The entries of a ZIP archive by its central directory; null when the bytes are none. */
export function zipEntries(archive: Buffer): ZipEntry[] | null {
  try {
    const directory = directoryOf(archive)
    return directory && listed(archive, directory.at, directory.count)
  } catch (error) {
    // An offset that leads out of the archive.
    if (error instanceof RangeError) return null
    throw error
  }
}

function directoryOf(archive: Buffer): { at: number; count: number } | null {
  const end = archive.lastIndexOf(END)
  if (end < 0) return null
  const at = archive.readUInt32LE(end + 16)
  if (at !== ELSEWHERE) return { at, count: archive.readUInt16LE(end + 10) }
  if (archive.readUInt32LE(end - 20) !== LOCATOR_64) return null
  const end64 = long(archive, end - 12)
  return { at: long(archive, end64 + 48), count: long(archive, end64 + 32) }
}

function listed(archive: Buffer, begin: number, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = []
  let at = begin
  for (let left = count; left > 0; left--) {
    if (archive.readUInt32LE(at) !== CENTRAL) return null
    const method = archive.readUInt16LE(at + 10)
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28)
    const name = archive.toString('utf8', at + 46, nameEnd)
    const extraEnd = nameEnd + archive.readUInt16LE(at + 30)
    const [size = 0, packed = 0, local = 0] = wide(
      [archive.readUInt32LE(at + 24), archive.readUInt32LE(at + 20), archive.readUInt32LE(at + 42)],
      archive.subarray(nameEnd, extraEnd),
    )
    entries.push({ name, size, bytes: () => content(archive, { local, packed, method, size }) })
    at = extraEnd + archive.readUInt16LE(at + 32)
  }
  return entries
}

/** Numbers that did not fit stand, in their order, in the extra field 1. */
function wide(numbers: number[], extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    return numbers.map((one) => {
      if (one !== ELSEWHERE) return one
      next += 8
      return long(extra, next - 8)
    })
  }
  return numbers
}

const long = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at))

interface Place {
  local: number
  packed: number
  method: number
  size: number
}

async function* content(archive: Buffer, { local, packed, method, size }: Place): AsyncGenerator<Buffer> {
  const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28)
  const bytes = archive.subarray(begin, begin + packed)
  if (method === STORED) {
    yield bytes
    return
  }
  let read = 0
  for await (const part of Readable.from([bytes]).pipe(createInflateRaw())) {
    if (!Buffer.isBuffer(part)) continue
    read += part.length
    if (read > size) throw new Error('A part of the archive is larger than the archive says.')
    yield part
  }
}
