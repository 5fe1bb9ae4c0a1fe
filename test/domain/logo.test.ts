import { describe, expect, it } from '@jest/globals'
import { logoFault } from '../../api/domain/company/logoFault.js'
import { eachDatabase } from '../support/eachDatabase.js'

const dataUrl = (kind: string, bytes: string | Buffer) =>
  `data:image/${kind};base64,${Buffer.from(bytes).toString('base64')}`
const svg = (inside: string) => dataUrl('svg+xml', `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`)
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])

describe('the logo of the house', () => {
  it('is a PNG, a JPEG or a drawing, or there is none', () => {
    for (const logo of [
      null,
      '',
      dataUrl('png', png),
      dataUrl('jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])),
      svg('<path d="M0 0h4"/><use href="#a"/><rect fill="url(#g)"/>'),
    ])
      expect(logoFault(logo)).toBeNull()
  })

  it('is not something that only calls itself a picture', () => {
    for (const logo of [
      'hello',
      'https://elsewhere.example/logo.png',
      dataUrl('png', 'MZ this is a program'),
      dataUrl('gif', 'GIF89a'),
      dataUrl('svg+xml', '<html></html>'),
    ])
      expect(logoFault(logo)?.en).toContain('no PNG, JPEG or SVG')
  })

  it('does nothing but be drawn', () => {
    for (const inside of [
      '<script>alert(1)</script>',
      '<rect onload="alert(1)"/>',
      '<a href="javascript:alert(1)"/>',
      '<image href="https://elsewhere.example/a.png"/>',
      "<image xlink:href = 'http://elsewhere.example/a.png'/>",
      '<style>@import "x.css"</style>',
      '<rect fill="url(https://elsewhere.example/#a)"/>',
      '<foreignObject><body/></foreignObject>',
    ])
      expect(logoFault(svg(inside))?.en).toContain('script or a link')
  })

  it('has at most 200 kB', () => {
    expect(logoFault(dataUrl('png', Buffer.concat([png, Buffer.alloc(200_000)])))?.en).toContain('200 kB')
  })
})

eachDatabase((house) => {
  it('is refused at its field where it is no picture, and the former one stays', async () => {
    const admin = house().as('admin')
    const logo = dataUrl('png', png)
    const { id } = await admin.create('company-profile', { name: '顺达百货批发有限公司', logo })
    for (const wrong of [
      dataUrl('png', 'MZ this is a program'),
      svg('<script>alert(1)</script>'),
      'logo.png',
    ]) {
      const version = (await admin.read('company-profile', id)).version
      const reply = await admin.put(`/company-profile/${id}`, { version, logo: wrong })
      expect(reply).toMatchObject({ status: 422, body: { errors: { logo: expect.any(String) } } })
    }
    expect(await admin.read('company-profile', id)).toMatchObject({ logo })
  })
})
