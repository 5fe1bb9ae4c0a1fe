import { describe, expect, it } from '@jest/globals'
import { packagesAgree } from '../../scripts/ensure/packages.mjs'

const elsewhere = process.platform === 'win32' ? 'linux' : 'win32'
const wanted = {
  packages: {
    '': { version: '1.0.0' },
    admin: { version: '1.0.0' },
    'node_modules/@slipway/admin': { link: true },
    'node_modules/a': { version: '1.0.0' },
    'admin/node_modules/b': { version: '2.0.0' },
    'node_modules/here': { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] },
    'node_modules/elsewhere': { version: '1.0.0', optional: true, os: [elsewhere], cpu: [process.arch] },
  },
}
const a = { version: '1.0.0' }
const b = { version: '2.0.0' }
const here = { version: '1.0.0' }

describe('whether npm ci is needed', () => {
  it('is not when all that belongs on this platform is there', () => {
    const packages = { 'node_modules/a': a, 'admin/node_modules/b': b, 'node_modules/here': here }
    expect(packagesAgree(wanted, { packages })).toBe(true)
  })

  it.each([
    ['a package is missing', { 'admin/node_modules/b': b, 'node_modules/here': here }],
    ['a version differs', { 'node_modules/a': b, 'admin/node_modules/b': b, 'node_modules/here': here }],
    ['the build for this platform is missing', { 'node_modules/a': a, 'admin/node_modules/b': b }],
  ])('is when %s', (_why, packages) => {
    expect(packagesAgree(wanted, { packages })).toBe(false)
  })

  it('is when nothing was installed, or the install was cut off', () => {
    expect(packagesAgree(wanted, undefined)).toBe(false)
  })
})
