import Handlebars from 'handlebars'
import type { Content, Copy, Paper, Template } from '../protocol.js'
import { checkCss, checkHtml, checkStyleEnd, checkTemplate } from './checkTemplate.js'
import { marginsOf } from './marginsOf.js'
import { handlebarsSentence, placeOf } from './parseTemplate.js'
import { placedHelpers } from './placedHelpers.js'
import { TemplateFault } from './templateFault.js'
import { helperNeeds, templateHelpers } from './templateHelpers.js'
import { withoutPrices } from './withoutPrices.js'

const maxCharacters = 5_000_000
// Ten to a line of goods. The browser needs a quarter of a megabyte for each such line.
const maxElements = 50_000

// Handlebars' own: `lookup` reaches names that nobody reviewed, `log` writes to our output, the others are its hooks.
const knownHelpers = {
  ...Object.fromEntries(Object.keys(templateHelpers).map((name) => [name, true])),
  lookup: false,
  log: false,
  helperMissing: false,
  blockHelperMissing: false,
}

/** What stands on one copy, before it is a page: `style` goes into the head. */
export interface Sheet {
  style: string
  body: string
  shape: 'low' | 'tall'
}

/** Fills a template with a document's data, a copy at a time. */
type Fill = Handlebars.TemplateDelegate<Record<string, unknown>>

/** One HTML page per copy, in order; one without a label where there are no copies. Throws as composeSheets. */
export const composeHtml = (content: Content): string[] => composeSheets(content).map(page)

/**
 * The sheets of a document, in the order of its copies.
 * A template sees the data at its root, and `@copy` and `@paper` everywhere. Throws with a sentence on any fault of the template.
 * @param fill the template, where it was compiled for another document already
 */
export function composeSheets(content: Content, fill: Fill = compile(content.template)): Sheet[] {
  const { template, data, copies } = content
  const style = `${sizeOf(template.paper)}\n${styleOf(template)}`
  const priceless = withoutPrices(data)
  const pictures = picturesByName(content)
  return (copies.length > 0 ? copies : [null]).map((copy) => {
    const body = filled(fill, copy?.showsPrice === false ? priceless : data, {
      copy: copyOnPaper(copy),
      paper: paperOf(template),
      pictures,
    })
    checkHtml('template.hbs', body, template.files['template.hbs'] ?? '')
    refuseTooMuch(style.length + body.length, body)
    // A low form has room for a third of what A4 holds, and style sheets ask for that rather than for names of papers.
    return { style, body, shape: template.paper.heightMm < 200 ? 'low' : 'tall' }
  })
}

function refuseTooMuch(characters: number, body: string): void {
  const divide = {
    zh: '内容太多就请把单据分成几张，内容不多就请检查模板里的循环和图片',
    en: 'divide a document that long, else look at the loops and pictures of the template',
  }
  const refuse = (zh: string, en: string) => {
    const sentence = { zh: `${zh}：${divide.zh}`, en: `${en}: ${divide.en}` }
    throw new TemplateFault(sentence, { file: 'template.hbs' }, true)
  }
  if (characters > maxCharacters)
    refuse(`排出的 HTML 超过 ${maxCharacters} 个字符`, `more than ${maxCharacters} characters of HTML`)
  const elements = body.match(/<[a-z]/gi)?.length ?? 0
  if (elements > maxElements)
    refuse(
      `一联有 ${elements} 个元素，最多 ${maxElements} 个（约 ${maxElements / 10} 行货品）`,
      `a copy of ${elements} elements, at most ${maxElements} (some ${maxElements / 10} lines of goods)`,
    )
}

export function compile({ files }: Template): Fill {
  const environment = Handlebars.create()
  environment.registerHelper(placedHelpers(templateHelpers, helperNeeds))
  const options = { knownHelpers, knownHelpersOnly: true, preventIndent: true }
  const names = Object.keys(files).flatMap((file) => partialName(file) ?? [])
  const partials = new Set(names)
  for (const name of names) {
    const file = `partials/${name}.hbs`
    environment.registerPartial(
      name,
      environment.compile(checkTemplate(file, files[file] ?? '', partials), options),
    )
  }
  const source = files['template.hbs']
  if (source === undefined)
    throw new TemplateFault({ zh: '模板缺少 template.hbs', en: 'The template has no template.hbs' })
  return environment.compile<Record<string, unknown>>(
    checkTemplate('template.hbs', source, partials),
    options,
  )
}

const partialName = (file: string): string | undefined => /^partials\/(.+)\.hbs$/.exec(file)?.[1]

/** @throws TemplateFault also for what Handlebars itself finds while it fills */
function filled(
  fill: Handlebars.TemplateDelegate<Record<string, unknown>>,
  data: Record<string, unknown>,
  beside: Record<string, unknown>,
): string {
  try {
    return fill(data, { data: beside })
  } catch (error) {
    if (error instanceof TemplateFault) throw error
    throw new TemplateFault(handlebarsSentence(error), { file: 'template.hbs', ...placeOf(error) })
  }
}

function styleOf({ files }: Template): string {
  const sheets = Object.keys(files).filter((file) => file.endsWith('.css'))
  // The document's own sheet comes last and so wins over the partials'.
  const ordered = [
    ...sheets.filter((file) => file !== 'style.css').sort(),
    ...sheets.filter((file) => file === 'style.css'),
  ]
  return ordered
    .map((file) => {
      const css = files[file] ?? ''
      checkCss(file, css)
      checkStyleEnd(file, css)
      return css
    })
    .join('\n')
}

function copyOnPaper(copy: Copy | null): Record<string, unknown> {
  return copy ? { ...copy } : { showsPrice: true, label: '', color: '', code: '' }
}

/** A map, so that no name reaches a prototype. */
function picturesByName({ data: { images }, pictures = {} }: Content): ReadonlyMap<string, string> {
  const names = typeof images === 'object' && images !== null ? Object.entries(images) : []
  return new Map(
    names.flatMap(([name, hash]) => {
      const url = Object.hasOwn(pictures, String(hash)) && pictures[String(hash)]
      return url ? [[name, url] as const] : []
    }),
  )
}

function paperOf({ paper }: Template): Record<string, unknown> {
  return { ...paper, ...marginsOf(paper) }
}

function sizeOf(paper: Paper): string {
  const { top, right, bottom, left } = marginsOf(paper)
  return `@page { size: ${paper.widthMm}mm ${paper.heightMm}mm; margin: ${top} ${right} ${bottom} ${left}; }`
}

// Laid out for a screen first, a long document takes a quarter more of everything. What is not shown loads no font and has no size.
const unseen = ({ style, body }: Sheet) =>
  body.length > 300_000 && !/@font-face|data-must-fit/i.test(style + body)
    ? '@media screen { html { display: none } }\n'
    : ''

function page(sheet: Sheet): string {
  const { style, body, shape } = sheet
  return `<!doctype html><html lang="zh-CN" class="${shape}"><head><style>${unseen(sheet)}${style}</style></head><body>${body}</body></html>`
}
