import { IppError } from './ippError.js'

const MAX_LENGTH = 0x7fff

/** Reads a buffer front to back and never past its end. */
export class Cursor {
  #position = 0

  constructor(readonly buffer: Buffer) {}

  u8(): number {
    return this.bytes(1).readUInt8(0)
  }

  u16(): number {
    return this.bytes(2).readUInt16BE(0)
  }

  u32(): number {
    return this.bytes(4).readUInt32BE(0)
  }

  /** A length field: RFC 8010 makes it signed, but no negative length means anything. */
  length(): number {
    const length = this.u16()
    return length > MAX_LENGTH ? this.fail('negative length') : length
  }

  bytes(count: number): Buffer {
    if (this.#position + count > this.buffer.length) this.fail('cut short')
    const start = this.#position
    this.#position += count
    return this.buffer.subarray(start, this.#position)
  }

  rest(): Buffer {
    return this.buffer.subarray(this.#position)
  }

  fail(what: string): never {
    throw new IppError('protocol', `IPP message: ${what} at byte ${this.#position}`)
  }
}
