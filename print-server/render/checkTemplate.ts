import Handlebars from 'handlebars'

const insideOfObjects = new Set([
  'constructor',
  '__proto__',
  'prototype',
  '__defineGetter__',
  '__defineSetter__',
  '__lookupGetter__',
])

/**
 * Parses one template file and refuses, with the line, what a template has no business with.
 * Handlebars and the browser refuse the same things by themselves; here the author is told.
 */
export function checkTemplate(file: string, source: string): void {
  const faults = new FaultFinder()
  faults.accept(parse(file, source))
  const loads =
    /\b(?:src|srcset|href|poster|background|action)\s*=\s*["']?\s*(?!["'\s]|data:|#|\{\{)[^\s>]*/i.exec(
      source,
    )
  if (loads)
    faults.found.push(`"${loads[0].slice(0, 80)}" loads something from outside; only data: is possible`)
  const fault = faults.found[0] ?? faultOfCss(source)
  if (fault) throw new Error(`${file}: ${fault}`)
}

function parse(file: string, source: string): hbs.AST.Program {
  try {
    return Handlebars.parse(source)
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** Answers what a style sheet would load from outside, or undefined. */
export function faultOfCss(css: string): string | undefined {
  const loads = /@import\b|url\(\s*["']?\s*(?!["'\s]|data:|#)[^)]*/i.exec(css)
  return loads ? `"${loads[0].slice(0, 80)}" loads something from outside; only data: is possible` : undefined
}

/** Answers the first element of finished HTML that embeds, loads or navigates, or undefined. Data is escaped and never one. */
export function faultOfHtml(html: string): string | undefined {
  const tag =
    /<(script|iframe|frame|frameset|object|embed|applet|portal|fencedframe|link|meta|base|form|video|audio|source|track|foreignobject)\b/i.exec(
      html,
    )
  return tag ? `<${tag[1]}> may not be used on paper` : undefined
}

class FaultFinder extends Handlebars.Visitor {
  readonly found: string[] = []

  override MustacheStatement(mustache: hbs.AST.MustacheStatement): void {
    if (!mustache.escaped)
      this.#add(mustache, `{{{ and {{& put data on the paper unescaped; write {{ instead`)
    super.MustacheStatement(mustache)
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    // An inline `{{> (lookup …)}}` puts expressions among the parts.
    const part = path.parts.find((name) => insideOfObjects.has(name))
    if (part) this.#add(path, `"${part}" is no data`)
  }

  #add(node: hbs.AST.Node, fault: string): void {
    this.found.push(`line ${node.loc.start.line}: ${fault}`)
  }
}
