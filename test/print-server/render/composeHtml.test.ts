import { describe, expect, it } from '@jest/globals'
import type { Content, Copy } from '../../../print-server/protocol.js'
import { composeHtml } from '../../../print-server/render/composeHtml.js'

const stub: Copy = {
  id: 1,
  copyNo: 1,
  name: '存根',
  color: '白',
  receiver: '销售部',
  showsPrice: true,
  code: 'DOC.SH20261123-0001.1.1.3F8A9B2C',
  label: '第一联 存根 白',
}

function content(
  source: string,
  data: Record<string, unknown> = {},
  files: Record<string, string> = {},
): Content {
  const paper = { name: 'a4', widthMm: 210, heightMm: 297, margin: '10mm' }
  const template = {
    kind: 'test',
    version: 1,
    sha256: '',
    paper,
    files: { 'template.hbs': source, 'style.css': '', ...files },
  }
  return { template, data, copies: [stub] }
}

function bodyOf(source: string, data?: Record<string, unknown>, files?: Record<string, string>): string {
  const [html = ''] = composeHtml(content(source, data, files))
  return /<body>(.*)<\/body>/s.exec(html)?.[1] ?? ''
}

describe('filling a template', () => {
  it('escapes data in text and in attributes', () => {
    const body = bodyOf('<p title="{{name}}">{{name}}</p>', { name: '"><script>x</script>' })
    expect(body).toBe(
      '<p title="&quot;&gt;&lt;script&gt;x&lt;/script&gt;">&quot;&gt;&lt;script&gt;x&lt;/script&gt;</p>',
    )
  })

  it('lets data neither end a CSS string nor the style element', () => {
    const body = bodyOf('<style>p::after { content: {{cssText name}} }</style>', {
      name: '";}</style><b>中1',
    })
    expect(body).toBe(
      '<style>p::after { content: "\\22 \\3b \\7d \\3c \\2f style\\3e \\3c b\\3e 中1" }</style>',
    )
  })

  it('fills partials, and gives the copy and the paper at any depth', () => {
    const body = bodyOf(
      '{{#each lines}}{{> line}}{{/each}}',
      { lines: [{ a: 1 }, { a: 2 }] },
      {
        'partials/line.hbs': '{{a}} {{@copy.label}} {{@paper.widthMm}};',
      },
    )
    expect(body).toBe('1 第一联 存根 白 210;2 第一联 存根 白 210;')
  })

  it('copes with data that is not there', () => {
    expect(
      bodyOf('[{{customer.name}}{{day order.at}}{{yuan sum}}{{#each lines}}x{{/each}}{{code128 no 8}}]'),
    ).toBe('[]')
  })

  it('shows pictures that came with the data and no others', () => {
    const picture = 'data:image/png;base64,iVBORw0KGgo='
    expect(bodyOf('{{image logo}}', { logo: picture })).toBe(`<img src="${picture}" alt="">`)
    expect(bodyOf('{{image logo}}', { logo: 'http://intranet/logo.png' })).toBe('')
    expect(bodyOf('{{image logo}}', { logo: 'data:text/html;base64,AAAA' })).toBe('')
  })

  it('shows pictures of the house by their names, as wide or high as told, in blocks and in partials', () => {
    const url = 'data:image/png;base64,iVBORw0KGgo='
    const filled = (source: string, files = {}) => {
      const whole = content(source, { lines: [1], images: { 公章: 'ab12', lost: 'cd34' } }, files)
      const [html = ''] = composeHtml({ ...whole, pictures: { ab12: url } })
      return /<body>(.*)<\/body>/s.exec(html)?.[1]
    }
    expect(filled(`{{#each lines}}{{image "公章" height=12.5 width="30"}}{{/each}}`)).toBe(
      `<img src="${url}" alt="" style="height:12.5mm;width:30mm">`,
    )
    expect(filled('{{> seal}}', { 'partials/seal.hbs': `{{image '公章' height="1px;x:y"}}` })).toBe(
      `<img src="${url}" alt="">`,
    )
    for (const name of ['absent', 'lost', 'constructor', '__proto__'])
      expect(() => filled(`<p>\n  {{image "${name}"}}</p>`)).toThrow(
        `template.hbs: line 2: there is no picture named "${name}"`,
      )
  })

  it('prints no bars for what Code 128 cannot carry', () => {
    expect(bodyOf('{{code128 no 8}}', { no: '送货单' })).toBe('')
    expect(bodyOf('{{code128 no 8}}', { no: 'SH20261123-0001' })).toContain('width="41.75mm" height="8mm"')
  })

  it('draws the bars of a product in true size, and takes a wrong check digit for what it is', () => {
    expect(bodyOf('[{{ean13 code 12}}]', { code: '' })).toBe('[]')
    expect(bodyOf('{{ean13 code 12}}', { code: '690123456789' })).toContain('class="ean13" width="26.5mm"')
    const drawn = (code: string) => () => bodyOf('a\n  {{ean13 code}}', { code })
    expect(drawn('6901234567893')).toThrow(
      'template.hbs: line 2: ean13: the check digit of 6901234567893 should be 2',
    )
    expect(drawn('69012')).toThrow('"69012" is not 12 or 13 digits')
  })

  it('draws wider bars where asked, and QR codes of true size for what can be read off paper', () => {
    const no = 'SH20261123-0001'
    expect(bodyOf('{{code128 no 8 dots=3}}', { no })).toContain('width="62.625mm" height="8mm"')
    expect(bodyOf('{{qr no 13}}', { no })).toContain('width="13mm" height="13mm"')
    expect(bodyOf('[{{qr no}}{{qr long}}]', { long: 'x'.repeat(201) })).toBe('[]')
  })

  it('lays the style sheet of the document over those of the partials', () => {
    const [html = ''] = composeHtml(
      content('', {}, { 'style.css': '/*own*/', 'partials/b.css': '/*b*/', 'partials/a.css': '/*a*/' }),
    )
    expect(html).toContain(
      '@page { size: 210mm 297mm; margin: 10mm 10mm 10mm 10mm; }\n/*a*/\n/*b*/\n/*own*/</style>',
    )
  })
})

describe('a copy without prices', () => {
  const data = {
    lines: [
      {
        name: '球阀',
        quantity: '3',
        unitPrice: '9.9',
        taxRate: '0.13',
        netAmount: 1,
        taxAmount: 2,
        grossAmount: 3,
      },
    ],
    totals: { quantity: '3', netAmount: 1, taxAmount: 2, grossAmount: 3, grossInWords: '人民币叁分' },
  }
  const everything =
    '{{#each lines}}{{name}}{{quantity}}{{unitPrice}}{{taxRate}}{{netAmount}}{{taxAmount}}{{grossAmount}}{{/each}}|{{totals.quantity}}{{totals.netAmount}}{{totals.taxAmount}}{{totals.grossAmount}}{{totals.grossInWords}}'

  it('never gets them, whatever the template asks for', () => {
    const { template } = content(everything)
    const [priced = '', priceless = ''] = composeHtml({
      template,
      data,
      copies: [stub, { ...stub, showsPrice: false }],
    })
    expect(priced).toContain('<body>球阀39.90.13123|3123人民币叁分</body>')
    expect(priceless).toContain('<body>球阀3|3</body>')
  })
})

describe('a template that is refused, with the place and the reason', () => {
  it.each([
    ['{{{name}}}', 'template.hbs: line 1: {{{ and {{& put data on the paper unescaped'],
    ['\n{{&name}}', 'template.hbs: line 2: {{{ and {{&'],
    ['{{constructor.name}}', 'line 1: "constructor" is no data'],
    ['{{#with lines}}{{this.__proto__}}{{/with}}', '"__proto__" is no data'],
    ['{{#each constructor.prototype}}{{/each}}', '"constructor" is no data'],
    ['{{> (concat "a")}}', 'a partial is called by its name'],
    ['{{lookup this "constructor"}}', 'lookup'],
    ['{{log "x"}}', 'log'],
    ['{{helperMissing "x"}}', 'no helper named helperMissing'],
    ['{{#blockHelperMissing this}}{{/blockHelperMissing}}', 'no helper named blockHelperMissing'],
    ['{{@root.[__proto__]}}', '"__proto__" is no data'],
    ['{{> (either true lines lines)}}', 'a partial is called by its name'],
    ['{{unknown name}}', 'unknown'],
    ['{{> missing}}', 'template.hbs: line 1: the partial missing could not be found'],
    ['{{#if a}}', 'template.hbs: line 1: the file ends inside a block'],
    ['<p>{{> template}}', 'could not be found'],
    ['<SCRIPT>1</SCRIPT>', '<SCRIPT> may not be used on paper'],
    ['<iframe srcdoc="x"></iframe>', '<iframe> may not be used on paper'],
    ['<meta http-equiv=refresh content="0;url=x">', '<meta> may not be used on paper'],
    ['<link rel="prefetch">', '<link> may not be used on paper'],
    ['<img src="http://intranet/">', '"src="http://intranet/"" loads something from outside'],
    ['<img src=file:///etc/passwd>', 'loads something from outside'],
    ['<b style="background: url(//x)">', 'loads something from outside'],
  ])('%s', (source, reason) => {
    expect(() => composeHtml(content(source, { name: 'x', lines: [1] }))).toThrow(reason)
  })

  it('names the style sheet that loads something, or that ends early', () => {
    expect(() => composeHtml(content('', {}, { 'style.css': '@import "http://x/a.css"' }))).toThrow(
      'style.css: line 1: "@import" loads something from outside',
    )
    expect(() => composeHtml(content('', {}, { 'partials/a.css': '</style><b>' }))).toThrow(
      'partials/a.css: line 1: "</style"',
    )
  })

  it('is told when its style sheet is larger than any document needs', () => {
    const css = 'b{top:0}'.repeat(700_000)
    expect(() => composeHtml(content('', {}, { 'style.css': css }))).toThrow('5000000 characters')
  })

  it('is told when a partial calls itself for ever', () => {
    expect(() => composeHtml(content('{{> a}}', {}, { 'partials/a.hbs': '{{> a}}' }))).toThrow('call stack')
  })

  it('is told when a paper has a margin that is none', () => {
    const { template, data, copies } = content('')
    const paper = { ...template.paper, margin: '1mm; } * { color: red' }
    expect(() => composeHtml({ template: { ...template, paper }, data, copies })).toThrow(
      'is not one to four lengths in mm',
    )
  })

  it('is told when there is no template at all', () => {
    const { template, data, copies } = content('')
    expect(() => composeHtml({ template: { ...template, files: {} }, data, copies })).toThrow(
      'no template.hbs',
    )
  })
})
