import Handlebars from 'handlebars'
import type { Content, Copy, Paper, Template } from '../protocol.js'
import { checkTemplate, faultOfCss, faultOfHtml } from './checkTemplate.js'
import { marginsOf } from './marginsOf.js'
import { templateHelpers } from './templateHelpers.js'
import { withoutPrices } from './withoutPrices.js'

const maxCharacters = 5_000_000

// `lookup` and `log` are Handlebars' own: one reaches names that nobody reviewed, the other writes to our output.
const knownHelpers = {
  ...Object.fromEntries(Object.keys(templateHelpers).map((name) => [name, true])),
  lookup: false,
  log: false,
}

/**
 * One HTML page per copy, in order; one without a label where there are no copies.
 * A template sees the data at its root, and `@copy` and `@paper` everywhere. Throws with a sentence on any fault of the template.
 */
export function composeHtml({ template, data, copies }: Content): string[] {
  const fill = compile(template)
  const style = styleOf(template)
  const priceless = withoutPrices(data)
  return (copies.length > 0 ? copies : [null]).map((copy) => {
    const body = fill(copy?.showsPrice === false ? priceless : data, {
      data: { copy: copyOnPaper(copy), paper: paperOf(template) },
    })
    const fault = faultOfHtml(body)
    if (fault) throw new Error(`template.hbs: ${fault}`)
    if (body.length > maxCharacters)
      throw new Error(`template.hbs: more than ${maxCharacters} characters of HTML`)
    return page(template.paper, style, body)
  })
}

function compile({ files }: Template): Handlebars.TemplateDelegate<Record<string, unknown>> {
  const environment = Handlebars.create()
  environment.registerHelper(templateHelpers)
  const options = { knownHelpers, knownHelpersOnly: true, preventIndent: true }
  for (const [file, source] of Object.entries(files)) {
    if (!file.endsWith('.hbs')) continue
    checkTemplate(file, source)
    const partial = /^partials\/(.+)\.hbs$/.exec(file)?.[1]
    if (partial) environment.registerPartial(partial, environment.compile(source, options))
  }
  const source = files['template.hbs']
  if (source === undefined) throw new Error('The template has no template.hbs')
  return environment.compile<Record<string, unknown>>(source, options)
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
      const fault = faultOfCss(css) ?? (/<\/style/i.test(css) ? '"</style" ends the style sheet' : undefined)
      if (fault) throw new Error(`${file}: ${fault}`)
      return css
    })
    .join('\n')
}

function copyOnPaper(copy: Copy | null): Record<string, unknown> {
  return copy ? { ...copy } : { showsPrice: true, label: '', color: '' }
}

function paperOf({ paper }: Template): Record<string, unknown> {
  return { ...paper, ...marginsOf(paper) }
}

function page(paper: Paper, style: string, body: string): string {
  const { top, right, bottom, left } = marginsOf(paper)
  const size = `@page { size: ${paper.widthMm}mm ${paper.heightMm}mm; margin: ${top} ${right} ${bottom} ${left}; }`
  // A low form has room for a third of what A4 holds, and style sheets ask for that rather than for names of papers.
  const shape = paper.heightMm < 200 ? 'low' : 'tall'
  return `<!doctype html><html lang="zh-CN" class="${shape}"><head><style>${size}\n${style}</style></head><body>${body}</body></html>`
}
