import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from '@jest/globals'
import { helpers } from '../../../admin/templates/completions'

const source = readFileSync(
  fileURLToPath(new URL('../../../print-server/render/templateHelpers.ts', import.meta.url)),
  'utf8',
)

/** Read rather than imported: the console and the print server share nothing but HTTP, and no compiler options. */
const known = () => {
  const [, body = ''] = /templateHelpers[^{]*= \{\n([^]*?)\n\}/.exec(source) ?? []
  return [...body.matchAll(/^ {2}(\w+):/gm)].map(([, name = '']) => name)
}

it('offers exactly the helpers that the print server knows', () => {
  expect(known().length).toBeGreaterThan(10)
  expect(Object.keys(helpers).toSorted()).toEqual(known().toSorted())
})
