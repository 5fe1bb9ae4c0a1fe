import { AtRule, parse, Rule, type Root } from 'postcss'
import type { Sheet } from './composeHtml.js'

/** The separator between two sheets: a page of a size that no paper has, in mm. */
export const cutMm = 13

/**
 * Many sheets of one template as one HTML page, which a browser draws several times quicker than one after the other.
 * Each sheet is an element of its own that stands for its body, on named pages of its own, and a page of another size
 * comes between. Each looks as it would alone, provided that it fits one page.
 * Answers null where the template asks for something that only a page of its own can give.
 */
export function passHtml(sheets: readonly Sheet[]): string | null {
  const [first] = sheets
  if (!first || !sheets.every(({ style, shape }) => style === first.style && shape === first.shape))
    return null
  const shared = parse(first.style)
  if (!isShareable(shared)) return null
  const common = takePageRules(shared)
  renameBody(shared, 'slip-body')
  const own: string[] = []
  const bodies: string[] = []
  for (const [at, { body }] of sheets.entries()) {
    if (/\sid\s*=|\bstyle\s*=[^>]*(?:position|page|counter)/i.test(withoutStyles(body))) return null
    const root = parse([...body.matchAll(styles)].map(([, css = '']) => css).join('\n'))
    if (!isShareable(root)) return null
    const rules = [...common, ...takePageRules(root)]
    // A page rule for the first page wins over one for all, wherever it stands.
    const ordered = [...rules.filter(isForAll), ...rules.filter((rule) => !isForAll(rule))]
    own.push(...ordered.map((rule) => pageRule(rule, `sheet${at}`)), scoped(root, `.sheet${at}`))
    bodies.push(
      // An empty one stays where a style element was: `:first-child` counts it.
      `<slip-body class="sheet${at}" style="page:sheet${at}">${body.replace(styles, '<style></style>')}</slip-body>`,
    )
  }
  const frame = `@page cut { size: ${cutMm}mm ${cutMm}mm; margin: 0 }\nbody { margin: 0 }\n:where(slip-body) { display: block; margin: 8px }`
  const head = `<style>${frame}\n${shared.toString()}\n${own.join('\n')}</style>`
  const cut = '<div style="page:cut;height:1mm"></div>'
  return `<!doctype html><html lang="zh-CN" class="${first.shape}"><head>${head}</head><body>${bodies.join(cut)}</body></html>`
}

const styles = /<style>([^]*?)<\/style>/g
const withoutStyles = (body: string) => body.replace(styles, '')
const pageCounter = /counter\(\s*pages?\s*\)/g

const marginBoxes = /^(top|bottom|left|right)-/
const knownAtRules = ['page', 'media', 'supports', 'font-face']

/** What would reach beyond its own sheet, or count over all of them. */
function isShareable(root: Root): boolean {
  let shareable = true
  const refuse = () => {
    shareable = false
  }
  root.walkAtRules((rule) => {
    if (!knownAtRules.includes(rule.name) && !marginBoxes.test(rule.name)) refuse()
    if (rule.name === 'page' && (!['', ':first'].includes(rule.params.trim()) || rule.parent !== root))
      refuse()
  })
  root.walkRules((rule) => {
    const isBase = rule.selectors.some((one) => /^(html|body|:root)/.test(one.trim()))
    // A body has no class, and nothing stands beside it or above it but the root.
    if (rule.selectors.some((one) => /[\s>+~.#:[(](?:body|html)\b|^body[.#:[]|:root./.test(one.trim())))
      refuse()
    rule.walkDecls((declaration) => {
      if (isBase && /^(background|position|transform|filter|overflow|columns|column-)/.test(declaration.prop))
        refuse()
      if (
        /^(page|counter-|string-set|break-|page-break-)/.test(declaration.prop) &&
        !/avoid|^(page|always|auto)$/.test(declaration.value)
      )
        refuse()
      if (/fixed|sticky/.test(declaration.value) && declaration.prop === 'position') refuse()
      if (/\bcounters?\(|\d(v[hw]|vmin|vmax)\b|url\(\s*["']?#/.test(declaration.value)) refuse()
    })
  })
  root.walkDecls((declaration) => {
    if (/\bcounters?\(/.test(declaration.value.replace(pageCounter, ''))) refuse()
  })
  return shareable
}

function takePageRules(root: Root): AtRule[] {
  const rules: AtRule[] = []
  root.walkAtRules('page', (rule) => {
    rules.push(rule)
    rule.remove()
  })
  return rules
}

const isForAll = (rule: AtRule) => rule.params.trim() === ''

/** On its own sheet every page is the first and the only one. */
function pageRule(rule: AtRule, name: string): string {
  return rule.clone({ params: name }).toString().replace(pageCounter, '"1"')
}

/** The element that stands for the body has a name of its own, so that selectors keep their weight. */
function renameBody(root: Root, name: string): void {
  root.walkRules((rule) => {
    if (isInsidePage(rule)) return
    rule.selectors = rule.selectors.map((one) => one.replace(/^body\b/, name))
  })
}

/** Rules from inside a sheet hold for that sheet only. */
function scoped(root: Root, sheet: string): string {
  root.walkRules((rule) => {
    rule.selectors = rule.selectors.map((one) =>
      /^body\b/.test(one) ? one.replace(/^body\b/, `slip-body:where(${sheet})`) : `:where(${sheet}) ${one}`,
    )
  })
  return root.toString()
}

const isInsidePage = (rule: Rule) => rule.parent instanceof AtRule && rule.parent.name === 'page'
