import { describe, expect, it } from '@jest/globals'
import { logoFault } from '../../api/domain/company/logoFault.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { jpeg, png, pngOf } from '../support/pictures.js'

const dataUrl = (kind: string, bytes: string | Buffer) =>
  `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`

describe('the logo of the house', () => {
  it('is a PNG or a JPEG, or there is none', () => {
    for (const logo of [null, '', dataUrl('png', png()), dataUrl('jpeg', jpeg(300, 100))])
      expect(logoFault(logo)).toBeNull()
  })

  it('is not something that only calls itself a picture, nor a drawing with a life of its own', () => {
    for (const logo of [
      'hello',
      'https://elsewhere.example/logo.png',
      dataUrl('png', 'MZ this is a program'),
      dataUrl('gif', 'GIF89a'),
      dataUrl('svg+xml', '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h4"/></svg>'),
      dataUrl('png', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    ])
      expect(logoFault(logo)?.en).toContain('no PNG or JPEG picture')
  })

  it('is whole, has at most 200 kB and does not claim to be larger than a browser can draw', () => {
    expect(logoFault(dataUrl('png', png().subarray(0, 40)))?.en).toContain('not whole')
    expect(logoFault(dataUrl('png', png('x'.repeat(200_000))))?.en).toContain('200 kB')
    expect(logoFault(dataUrl('png', pngOf(60_000, 60_000)))?.en).toContain('40 million')
  })
})

eachDatabase((house) => {
  it('is refused at its field where it is no picture, and the former one stays', async () => {
    const admin = house().as('admin')
    const logo = dataUrl('png', png())
    const { id } = await admin.create('company-profile', { name: '顺达百货批发有限公司', logo })
    for (const wrong of [
      dataUrl('png', 'MZ this is a program'),
      dataUrl('svg+xml', '<svg><script>alert(1)</script></svg>'),
      'logo.png',
    ]) {
      const version = (await admin.read('company-profile', id)).version
      const reply = await admin.put(`/company-profile/${id}`, { version, logo: wrong })
      expect(reply).toMatchObject({ status: 422, body: { errors: { logo: expect.any(String) } } })
    }
    expect(await admin.read('company-profile', id)).toMatchObject({ logo })
  })
})
