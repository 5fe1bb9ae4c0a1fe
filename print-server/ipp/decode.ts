import { decodeValue } from './decodeValue.js'
import type { Attributes, GroupName, IppMessage, IppValue } from './message.js'
import { Cursor } from './cursor.js'

const MAX_DEPTH = 8
const MAX_VALUES = 20_000

const groupNames: Record<number, GroupName> = { 1: 'operation', 2: 'job', 4: 'printer', 5: 'unsupported' }
const END = 0x03
const FIRST_VALUE_TAG = 0x10
const COLLECTION = 0x34
const END_COLLECTION = 0x37
const MEMBER_NAME = 0x4a
const EXTENSION = 0x7f

/**
 * Reads an IPP request or reply that came from the network. Lengths are unsigned and checked against the buffer,
 * nesting and count are bounded, so that no peer can make this loop, overflow the stack or grow without end.
 * Throws `IppError` of kind `protocol` and nothing else.
 */
export function decode(bytes: Buffer): IppMessage {
  // The annotation lets the compiler see that fail() never returns.
  const cursor: Cursor = new Cursor(bytes)
  const version = `${cursor.u8()}.${cursor.u8()}`
  const code = cursor.u16()
  const requestId = cursor.u32()
  const groups: IppMessage['groups'] = []
  const budget = { values: MAX_VALUES }
  let values: IppValue[] | null = null

  for (let tag = cursor.u8(); tag !== END; tag = cursor.u8()) {
    if (tag === 0 || tag === EXTENSION) cursor.fail(`tag ${tag}`)
    if (tag < FIRST_VALUE_TAG) {
      spend(cursor, budget)
      groups.push({ name: groupNames[tag] ?? 'other', attributes: new Map() })
      values = null
      continue
    }
    const group = groups.at(-1)
    if (!group) cursor.fail('attribute outside a group')
    spend(cursor, budget)
    const name = cursor.bytes(cursor.length()).toString('latin1')
    if (name !== '') {
      values = []
      group.attributes.set(name, values)
    }
    if (!values) cursor.fail('value without an attribute')
    values.push(readValue(cursor, tag, 0, budget))
  }
  return { version, code, requestId, groups, data: cursor.rest() }
}

type Budget = { values: number }

function spend(cursor: Cursor, budget: Budget): void {
  budget.values -= 1
  if (budget.values < 0) cursor.fail('too many values')
}

function readValue(cursor: Cursor, tag: number, depth: number, budget: Budget): IppValue {
  const bytes = cursor.bytes(cursor.length())
  if (tag === COLLECTION) return readCollection(cursor, depth + 1, budget)
  return decodeValue(tag, bytes) ?? cursor.fail(`bad value for tag ${tag}`)
}

function readCollection(cursor: Cursor, depth: number, budget: Budget): Attributes {
  if (depth > MAX_DEPTH) cursor.fail('collections nested too deeply')
  const members: Attributes = new Map()
  let values: IppValue[] | null = null
  for (;;) {
    spend(cursor, budget)
    const tag = cursor.u8()
    if (tag < FIRST_VALUE_TAG) cursor.fail('group inside a collection')
    cursor.bytes(cursor.length())
    if (tag === END_COLLECTION) {
      cursor.bytes(cursor.length())
      return members
    }
    if (tag === MEMBER_NAME) {
      values = []
      members.set(cursor.bytes(cursor.length()).toString('latin1'), values)
      continue
    }
    if (!values) cursor.fail('member without a name')
    values.push(readValue(cursor, tag, depth, budget))
  }
}
