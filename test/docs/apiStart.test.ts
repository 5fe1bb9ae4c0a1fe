import { readFileSync } from 'node:fs'
import { expect, it } from '@jest/globals'
import { apiArguments } from '../../scripts/ensure/apiCode.mjs'

it.each([
  ['the image', 'Dockerfile', JSON.stringify(['node', ...apiArguments]).replaceAll(',', ', ')],
  ['the unit for systemd', 'docs/operations.md', `ExecStart=/usr/bin/node ${apiArguments.join(' ')}`],
])('%s starts the API as npm start does', (_, file, line) => {
  expect(readFileSync(file, 'utf8')).toContain(line)
})
