import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { hashOf } from '../../scripts/ensure/stamp.mjs'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'slipway-stamp-'))
  mkdirSync(path.join(folder, 'part'))
  writeFileSync(path.join(folder, 'part', 'a.ts'), 'one')
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('the hash that tells whether the console must be built again', () => {
  it('changes with the content and the name of a file', () => {
    const first = hashOf([folder])
    writeFileSync(path.join(folder, 'part', 'a.ts'), 'two')
    const second = hashOf([folder])
    renameSync(path.join(folder, 'part', 'a.ts'), path.join(folder, 'part', 'b.ts'))
    expect(new Set([first, second, hashOf([folder])]).size).toBe(3)
  })

  it('does not change with what is installed or built inside', () => {
    const before = hashOf([folder])
    for (const made of ['node_modules', 'dist']) {
      mkdirSync(path.join(folder, made))
      writeFileSync(path.join(folder, made, 'x.js'), 'x')
    }
    expect(hashOf([folder])).toBe(before)
  })
})
