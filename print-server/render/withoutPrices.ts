const linePrices = new Set(['unitPrice', 'taxRate', 'netAmount', 'taxAmount', 'grossAmount'])
const totalPrices = new Set(['netAmount', 'taxAmount', 'grossAmount', 'grossInWords'])

/** The same document for people who may not see prices: they are gone, so that no template can show them by mistake. */
export function withoutPrices(data: Record<string, unknown>): Record<string, unknown> {
  const { lines, totals } = data
  return {
    ...data,
    ...(Array.isArray(lines) && { lines: lines.map((line: unknown) => without(linePrices, line)) }),
    totals: without(totalPrices, totals),
  }
}

function without(names: Set<string>, record: unknown): unknown {
  if (typeof record !== 'object' || record === null) return record
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)))
}
