import type { Attributes } from './message.js'

/** Values such as `type=toner;unit=percent;level=75;` (PWG 5100.13), each as a map; keys in lower case. */
export function pairsOf(attributes: Attributes, name: string): Map<string, string>[] {
  const values = attributes.get(name) ?? []
  return values
    .filter((value) => Buffer.isBuffer(value))
    .map((value) => new Map(value.toString('utf8').split(';').flatMap(pairOf)))
}

function pairOf(text: string): [string, string][] {
  const at = text.indexOf('=')
  return at < 1 ? [] : [[text.slice(0, at).trim().toLowerCase(), text.slice(at + 1).trim()]]
}
