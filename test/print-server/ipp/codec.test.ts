import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { decode } from '../../../print-server/ipp/decode.js'
import { encodeReply, encodeRequest } from '../../../print-server/ipp/encode.js'
import { IppError } from '../../../print-server/ipp/ippError.js'
import { groupOf, groupsOf, integer, texts, type IppValue } from '../../../print-server/ipp/message.js'

/** A message with one operation attribute, written byte by byte. */
function messageWith(tag: number, value: Buffer, name = 'x'): Buffer {
  const head = Buffer.from([2, 0, 0, 0, 0, 0, 0, 7, 1, tag, 0, name.length])
  const length = Buffer.alloc(2)
  length.writeUInt16BE(value.length)
  return Buffer.concat([head, Buffer.from(name), length, value, Buffer.from([3])])
}

function valueOf(tag: number, value: Buffer): IppValue | undefined {
  return groupOf(decode(messageWith(tag, value)), 'operation').get('x')?.[0]
}

function printerReply(): Buffer {
  const size = { 'x-dimension': [1000, 60_000], 'y-dimension': [1000, 60_000] }
  return encodeReply({
    version: '2.0',
    requestId: 5,
    status: 'successful-ok',
    printer: {
      'printer-name': '仓库一号打印机',
      'printer-state': 'processing',
      'printer-state-reasons': ['media-low-warning', 'toner-low-report'],
      'printer-is-accepting-jobs': true,
      'operations-supported': ['Print-Job', 'Create-Job', 'Send-Document'],
      'document-format-supported': Array.from({ length: 200 }, (_, i) => `application/vnd.test-${i}`),
      'media-size-supported': [size, size, size],
      'media-col-default': { 'media-size': { 'x-dimension': 21_000, 'y-dimension': 29_700 } },
    },
    jobs: [
      { 'job-id': 1, 'job-name': '送货单 [00000001]', 'job-state': 'completed' },
      { 'job-id': 2, 'job-name': '出库单 [00000002]', 'job-state': 'pending-held' },
    ],
  })
}

describe('the IPP encoder', () => {
  it('puts charset, language, printer-uri and job-id first, whatever the order of the rest', () => {
    const { bytes, requestId } = encodeRequest('Send-Document', 'ipp://127.0.0.1/ipp/print', {
      'last-document': true,
      'job-id': 42,
      'document-format': 'application/pdf',
    })
    const message = decode(bytes)
    expect(message.requestId).toBe(requestId)
    expect([...groupOf(message, 'operation').keys()]).toEqual([
      'attributes-charset',
      'attributes-natural-language',
      'printer-uri',
      'job-id',
      'last-document',
      'document-format',
    ])
  })

  it('carries names in Chinese and sizes in hundredths of a millimetre unchanged', () => {
    const { bytes } = encodeRequest(
      'Create-Job',
      'ipp://127.0.0.1/ipp/print',
      { 'job-name': '送货单 SH20261123-0001 [1f9c2a7b]' },
      { 'media-col': { 'media-size': { 'x-dimension': 24_100, 'y-dimension': 13_970 } }, sides: 'one-sided' },
    )
    const message = decode(bytes)
    expect(texts(groupOf(message, 'operation'), 'job-name')).toEqual(['送货单 SH20261123-0001 [1f9c2a7b]'])
    const size = new Map([
      ['x-dimension', [24_100]],
      ['y-dimension', [13_970]],
    ])
    expect(groupOf(message, 'job').get('media-col')).toEqual([new Map([['media-size', [size]]])])
  })

  it('gives every request a number of its own', () => {
    const numbers = Array.from({ length: 50 }, () => encodeRequest('Get-Jobs', 'ipp://h/p', {}).requestId)
    expect(new Set(numbers).size).toBe(50)
  })

  it.each([
    ['an unknown attribute', { 'no-such-attribute': 1 }],
    ['a fraction where a whole number belongs', { limit: 1.5 }],
    ['a name of more than 255 bytes', { 'job-name': '单'.repeat(86) }],
    ['letters outside ASCII in a keyword', { 'which-jobs': '全部' }],
  ])('refuses %s instead of sending something else', (_what, attributes) => {
    expect(() => encodeRequest('Get-Jobs', 'ipp://h/p', attributes)).toThrow(IppError)
  })

  it('refuses an enum keyword that it does not know', () => {
    const reply = { version: '2.0', requestId: 1, status: 'successful-ok' }
    expect(() => encodeReply({ ...reply, jobs: [{ 'job-state': 'sleeping' }] })).toThrow(IppError)
  })

  it('writes a reply with several jobs as several groups', () => {
    const jobs = groupsOf(decode(printerReply()), 'job')
    expect(jobs.map((job) => integer(job, 'job-id'))).toEqual([1, 2])
    expect(jobs.map((job) => integer(job, 'job-state'))).toEqual([9, 4])
  })
})

describe('the IPP decoder', () => {
  it('reads each kind of value', () => {
    expect(valueOf(0x21, Buffer.from('fffffffe', 'hex'))).toBe(-2)
    expect(valueOf(0x22, Buffer.from([1]))).toBe(true)
    expect(valueOf(0x23, Buffer.from('00000009', 'hex'))).toBe(9)
    expect(valueOf(0x13, Buffer.alloc(0))).toEqual({ outOfBand: 0x13 })
    expect(valueOf(0x30, Buffer.from('00ff', 'hex'))).toEqual(Buffer.from('00ff', 'hex'))
    expect(valueOf(0x32, Buffer.from('0000012c0000025803', 'hex'))).toEqual({ x: 300, y: 600, unit: 'dpi' })
    expect(valueOf(0x33, Buffer.from('00000001000003e7', 'hex'))).toEqual({ lower: 1, upper: 999 })
    expect(valueOf(0x36, Buffer.from('00027a680003e8bf9f', 'hex'))).toEqual({ language: 'zh', text: '迟' })
    expect(valueOf(0x44, Buffer.from('media-empty'))).toBe('media-empty')
  })

  it('reads a dateTime with its month and its zone', () => {
    const bytes = Buffer.from([0x07, 0xea, 11, 23, 20, 15, 30, 5, 0x2b, 8, 0])
    expect(valueOf(0x31, bytes)).toEqual(new Date('2026-11-23T12:15:30.500Z'))
  })

  it('keeps what follows the attributes as the document', () => {
    const pdf = Buffer.from('%PDF-1.7 …')
    expect(decode(Buffer.concat([messageWith(0x44, Buffer.from('a')), pdf])).data).toEqual(pdf)
  })

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a cut header', Buffer.from([2, 0, 0])],
    ['no end tag', printerReply().subarray(0, -1)],
    [
      'a negative length',
      Buffer.from(`020000000000000101440001 61fff8${'44'.repeat(64)}`.replaceAll(' ', ''), 'hex'),
    ],
    ['a value of the wrong length', messageWith(0x21, Buffer.from([1]))],
    [
      'a value before any attribute',
      Buffer.from('0200000000000001014400000001610 3'.replaceAll(' ', ''), 'hex'),
    ],
    [
      'an attribute before any group',
      Buffer.from('0200000000000001440001610001 6103'.replaceAll(' ', ''), 'hex'),
    ],
    ['the extension tag', messageWith(0x7f, Buffer.from('0000'))],
    ['text with language whose lengths lie', messageWith(0x35, Buffer.from('ffff7a680001', 'hex'))],
    [
      '20,000 nested collections',
      Buffer.concat([messageWith(0x34, Buffer.alloc(0)).subarray(0, -1), nested(20_000)]),
    ],
  ])('refuses %s with a protocol error', (_what, bytes) => {
    expect(() => decode(bytes)).toThrow(expect.objectContaining({ name: 'IppError', kind: 'protocol' }))
  })

  it('refuses more values than any printer has', () => {
    const more = Buffer.from([0x22, 0, 0, 0, 1, 1])
    const flood = Buffer.concat([
      messageWith(0x22, Buffer.from([1])).subarray(0, -1),
      ...Array.from({ length: 20_001 }, () => more),
    ])
    expect(() => decode(flood)).toThrow('too many values')
  })

  it('never does anything but decode or refuse, over 100,000 mutations of a real reply, and keeps nothing of them', () => {
    const original = printerReply()
    const mutation = fc.record({
      length: fc.oneof(fc.constant(original.length), fc.nat(original.length)),
      changes: fc.array(fc.tuple(fc.nat(original.length - 1), fc.integer({ min: 0, max: 255 })), {
        maxLength: 6,
      }),
    })
    const before = bytesInUse()
    let refused = 0
    fc.assert(
      fc.property(mutation, ({ length, changes }) => {
        const bytes = Buffer.from(original)
        for (const [at, value] of changes) bytes[at] = value
        try {
          decode(bytes.subarray(0, length))
        } catch (error) {
          refused += 1
          if (!(error instanceof IppError) || error.kind !== 'protocol') throw error
        }
      }),
      { numRuns: 100_000 },
    )
    expect(refused).toBeGreaterThan(5000)
    // A reply is 9 KB: keeping one in a hundred would already be more.
    expect(bytesInUse() - before).toBeLessThan(5 * 2 ** 20)
  })

  it('survives bytes that have nothing to do with IPP', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        try {
          decode(Buffer.from(bytes))
        } catch (error) {
          if (!(error instanceof IppError)) throw error
        }
      }),
      { numRuns: 5_000 },
    )
  })
})

/** What is still referred to. */
function bytesInUse(): number {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect()
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

/** Member after member, each a collection in the one before. */
function nested(depth: number): Buffer {
  const member = Buffer.from('4a00000001 61340000 0000'.replaceAll(' ', ''), 'hex')
  return Buffer.concat(Array.from({ length: depth }, () => member))
}
