import Handlebars from 'handlebars'
import { placeAt, TemplateFault, type Sentence } from './templateFault.js'
import { parseTemplate } from './parseTemplate.js'

const insideOfObjects = new Set([
  'constructor',
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
  '__lookupSetter__',
])

/**
 * Parses one template file and refuses, with the place, what a template has no business with.
 * Handlebars and the browser refuse the same things by themselves; here the author is told.
 * @param partials names that `{{> …}}` may use
 */
export function checkTemplate(file: string, source: string, partials: ReadonlySet<string>): hbs.AST.Program {
  const tree = parseTemplate(file, source)
  const faults = new FaultFinder(file, partials)
  faults.accept(tree)
  if (faults.found[0]) throw faults.found[0]
  const loads =
    /\b(?:src|srcset|href|poster|background|action|formaction|data)\s*=\s*["']?\s*(?!["'\s]|data:|#|\{\{)[^\s>]*/i.exec(
      withoutMustaches(source),
    )
  if (loads) throw new TemplateFault(outside(loads[0]), placeAt(file, source, loads.index))
  checkCss(file, source)
  return tree
}

/** Refuses what a style sheet would load from outside. */
export function checkCss(file: string, css: string): void {
  const loads = /@import\b|url\(\s*["']?\s*(?!["'\s]|data:|#)[^)]*/i.exec(css)
  if (loads) throw new TemplateFault(outside(loads[0]), placeAt(file, css, loads.index))
}

/** Refuses a style sheet that would end its element. */
export function checkStyleEnd(file: string, css: string): void {
  const end = /<\/style/i.exec(css)
  if (end)
    throw new TemplateFault(
      { zh: '样式表里不能有 "</style"', en: '"</style" ends the style sheet' },
      placeAt(file, css, end.index),
    )
}

/** Refuses finished HTML that embeds, loads or navigates. Data is escaped and never an element. */
export function checkHtml(file: string, html: string, source: string): void {
  const tag =
    /<(script|iframe|frame|frameset|object|embed|applet|portal|fencedframe|link|meta|base|form|video|audio|source|track|foreignobject)\b/i.exec(
      html,
    )
  if (!tag) return
  const at = source.indexOf(tag[0])
  throw new TemplateFault(
    { zh: `纸上不能用 <${tag[1]}>`, en: `<${tag[1]}> may not be used on paper` },
    at < 0 ? { file } : placeAt(file, source, at),
  )
}

const outside = (found: string): Sentence => ({
  zh: `"${found.slice(0, 80)}" 要从外面取东西，只能用 data:`,
  en: `"${found.slice(0, 80)}" loads something from outside; only data: is possible`,
})

/** Names of arguments look like attributes. Blanks keep every place. */
const withoutMustaches = (source: string): string =>
  source.replaceAll(/\{\{(?!\{)[^{}]*\}\}/g, (mustache) => `{{${' '.repeat(mustache.length - 4)}}}`)

class FaultFinder extends Handlebars.Visitor {
  readonly found: TemplateFault[] = []

  constructor(
    readonly file: string,
    readonly partials: ReadonlySet<string>,
  ) {
    super()
  }

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped)
      this.#add(mustache, {
        zh: '{{{ 和 {{& 会把数据不加转义地写到纸上，请改用 {{',
        en: '{{{ and {{& put data on the paper unescaped; write {{ instead',
      })
    super.MustacheStatement(mustache)
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    // An inline `{{> (lookup …)}}` puts expressions among the parts.
    const part = path.parts.find((name) => insideOfObjects.has(name))
    if (part) this.#add(path, { zh: `"${part}" 不是数据`, en: `"${part}" is no data` })
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    this.#checkPartial(partial)
    super.PartialStatement(partial)
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.#checkPartial(partial)
    super.PartialBlockStatement(partial)
  }

  #checkPartial(partial: hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement): void {
    if (!('original' in partial.name))
      return this.#add(partial, {
        zh: '片段要直接写名字，不能用表达式算出来',
        en: 'a partial is called by its name, not by an expression',
      })
    const name = partial.name.original
    if (name === '@partial-block' || this.partials.has(name)) return
    this.#add(partial, {
      zh: `没有名为 ${name} 的片段（partials/${name}.hbs）`,
      en: `the partial ${name} could not be found; partials/${name}.hbs is missing`,
    })
  }

  #add(node: hbs.AST.Node, sentence: Sentence): void {
    const { line, column } = node.loc.start
    this.found.push(new TemplateFault(sentence, { file: this.file, line, column: column + 1 }))
  }
}
