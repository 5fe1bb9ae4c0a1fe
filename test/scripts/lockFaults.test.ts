import { describe, expect, it } from '@jest/globals'
import { lockFaults } from '../../scripts/lockFaults.mjs'

const tool = { optionalDependencies: { '@tool/linux': '1', '@tool/mac': '1' } }

describe('the lock file check', () => {
  it('finds a platform package that the lock lacks', () => {
    const packages = { '': {}, 'node_modules/tool': tool, 'node_modules/@tool/linux': {} }
    expect(lockFaults({ packages })).toEqual([
      'node_modules/tool names @tool/mac, which package-lock.json lacks.',
    ])
  })

  it('looks where Node would look', () => {
    const packages = {
      'node_modules/outer/node_modules/tool': tool,
      'node_modules/outer/node_modules/@tool/linux': {},
      'node_modules/@tool/mac': {},
    }
    expect(lockFaults({ packages })).toEqual([])
  })

  it('refuses the address of one registry', () => {
    const packages = { 'node_modules/tool': { resolved: 'https://registry.example/tool.tgz' } }
    expect(lockFaults({ packages })).toHaveLength(1)
  })
})
