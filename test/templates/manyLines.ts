/** Lines of an order, each with a code and a name of its own, and the totals that belong to them. */
export function manyLines(count: number): {
  lines: Record<string, unknown>[]
  totals: Record<string, unknown>
} {
  const lines = Array.from({ length: count }, (_, index) => ({
    lineNo: index + 1,
    productCode: codeOf(index + 1),
    name: index % 7 === 3 ? '不锈钢内六角圆柱头螺栓（全牙，带弹垫平垫）' : '黄铜球阀',
    spec: 'M8×80',
    unit: '只',
    quantity: '2',
    unitPrice: '5.65',
    taxRate: '0.13',
    netAmount: 1000,
    taxAmount: 130,
    grossAmount: 1130,
    remark: null,
    barcode: null,
  }))
  const totals = {
    quantity: String(2 * count),
    netAmount: 1000 * count,
    taxAmount: 130 * count,
    grossAmount: 1130 * count,
    grossInWords: '人民币……元整',
  }
  return { lines, totals }
}

export function codeOf(lineNo: number): string {
  return `HP-${String(lineNo).padStart(4, '0')}`
}
