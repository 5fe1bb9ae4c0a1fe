/** 'Orders' is 'Order', 'Print batches' is 'Print batch'; null where the name is no plural. */
export function singular(plural: string): string | null {
  if (plural.endsWith('ies')) return plural.replace(/ies$/, 'y')
  if (/(ch|sh|ss|x)es$/.test(plural)) return plural.replace(/es$/, '')
  return /[^s]s$/.test(plural) ? plural.slice(0, -1) : null
}

/** Within a sentence: 'API key' keeps its capitals. */
const within = (name: string) => (/^[A-Z][a-z]/.test(name) ? name[0]?.toLowerCase() + name.slice(1) : name)

/** How the page of one record is headed in English, from the plural that the schema knows; null where that is none. */
export function englishTitle(
  page: 'create' | 'edit' | 'show',
  plural: string,
  record: string,
): string | null {
  const one = singular(plural)
  if (one === null) return null
  if (page === 'create') return `New ${within(one)}`
  return page === 'edit' ? `Edit ${within(one)} ${record}` : `${one} ${record}`
}
