import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { isObject } from '../schema/valueAt'

/** What templates may call, with what it is for. A test compares the names with what the print server knows. */
export const helpers: Record<string, string> = {
  yuan: '分 → 1,234.50',
  price: '35.5 → 35.50',
  number: '12.0000 → 12',
  percent: '0.13 → 13%',
  day: '2026-11-23',
  minute: '2026-11-23 10:05',
  tint: '联的颜色 / colour of a copy',
  some: '有一行不空 / any line has it',
  short: '太长就加省略号 / cut with …',
  either: '条件 ? a : b',
  times: '0 … n-1',
  ordinal: '@index + 1',
  sorted: '自然顺序 / natural order',
  pages: '承前页、过次页 / carried sums',
  code128: '条码 / bar code',
  ean13: '商品条码，校验位要对 / product bar code',
  qr: '二维码 / QR code',
  qrUrl: '页边的二维码 / QR code of a margin',
  image: '"名称" → 图片 / picture of that name',
  cssText: 'CSS content',
}

const blocks = ['#if', '#unless', '#each', '#with', 'else', '/if', '/unless', '/each', '/with']
const beside = [
  '@index',
  '@first',
  '@last',
  '@copy.label',
  '@copy.name',
  '@copy.color',
  '@copy.showsPrice',
  '@copy.receiver',
  '@paper.widthMm',
  '@paper.heightMm',
  '@paper.name',
]

/** Every path of the data with an example; fields of lines both as such and from within `each`. */
export function pathsOf(data: unknown, prefix = ''): Map<string, string> {
  const found = new Map<string, string>()
  if (!isObject(data)) return found
  for (const [name, value] of Object.entries(data)) {
    const path = prefix + name
    const list: unknown[] = Array.isArray(value) ? value : []
    found.set(path, isObject(value) || Array.isArray(value) ? '' : String(value ?? '').slice(0, 40))
    const inside = Array.isArray(value) ? pathsOf(list[0]) : pathsOf(value, `${path}.`)
    for (const [deeper, example] of inside) if (!found.has(deeper)) found.set(deeper, example)
  }
  return found
}

/** Offers fields, helpers, blocks and partials, inside of `{{ … }}` only; behind `image` the names of the pictures. */
export function completeFrom(paths: Map<string, string>, partials: string[], images: string[]) {
  const options = [
    ...[...paths].map(([label, detail]) => ({ label, detail, type: 'property', boost: 2 })),
    ...Object.entries(helpers).map(([label, detail]) => ({ label, detail, type: 'function', boost: 1 })),
    ...blocks.map((label) => ({ label, type: 'keyword' })),
    ...beside.map((label) => ({ label, type: 'variable' })),
    ...partials.map((name) => ({ label: `> ${name}`, type: 'class' })),
  ]
  const pictures = [
    ...images.map((image) => ({ label: `"${image}"`, type: 'constant' })),
    ...[...paths.keys()].map((label) => ({ label, type: 'property' })),
  ]
  return (context: CompletionContext): CompletionResult | null => {
    const open = context.matchBefore(/\{\{[^{}]*/)
    if (!open) return null
    const name = context.matchBefore(/\bimage\s+["']?[^"'{}]*/)
    if (name) return { from: name.from + (/^image\s+/.exec(name.text)?.[0].length ?? 0), options: pictures }
    // Behind a finished text nothing is to be offered.
    if (/["']$/.test(open.text)) return null
    const word = context.matchBefore(/(?:> ?)?[@#/\w.]*/)
    return { from: word?.from ?? context.pos, options, validFor: /^(?:> ?)?[@#/\w.]*$/ }
  }
}
