import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { canonicalJson } from '../../api/engine/canonical.js'

/** How it was written first: what is hashed in older databases must be the same bytes for ever. */
const asEver = (value: unknown): string =>
  JSON.stringify(value, (_key, node: unknown) =>
    node !== null && typeof node === 'object' && !Array.isArray(node)
      ? Object.fromEntries(Object.entries(node).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : node,
  )

describe('canonical JSON', () => {
  it('is the same bytes for ever, for whatever can be stored', () => {
    const key = fc.oneof(
      fc.string(),
      fc.nat(20).map(String),
      fc.constantFrom('01', '数量', '__proto__x', '😀'),
    )
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.array(tie('tree'), { maxLength: 5 }),
        fc.dictionary(key, tie('tree'), { maxKeys: 8 }),
      ),
      leaf: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.double(),
        fc.constantFrom(null, undefined, true, false, 0, -0),
        fc.date({ noInvalidDate: true }),
      ),
    }))
    fc.assert(fc.property(tree, (value) => value === undefined || canonicalJson(value) === asEver(value)))
  })

  it('does not depend on the order in which keys were put', () => {
    expect(canonicalJson({ b: 1, a: { d: [{ z: 1, y: 2 }], c: null } })).toBe(
      '{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}',
    )
  })
})
