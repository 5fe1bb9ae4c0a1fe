import { buffer } from 'node:stream/consumers'
import { expect, it } from '@jest/globals'
import { readXlsx } from 'hucre/xlsx'
import type { ExportTable } from '../../api/engine/export/exportTable.js'
import { formats } from '../../api/engine/export/formats.js'

async function* batches() {
  for (let at = 0; at < 5; at++)
    yield [
      [String(at * 2), '甲'],
      [String(at * 2 + 1), '乙'],
    ]
}

const table = (): ExportTable => ({
  names: ['id', 'name'],
  columns: [
    { kind: 'integer', label: { zh: '编号', en: 'ID' } },
    { kind: 'text', label: { zh: '名称', en: 'Name' } },
  ],
  heads: ['编号', '名称'],
  batches: batches(),
})

it('past the most rows of a sheet an XLSX goes on in the next one, with its heads and without losing a row', async () => {
  const made = formats.xlsx?.bytes(table(), '订单', 5)
  if (!made) throw new Error('There is no XLSX.')
  const { sheets } = await readXlsx(await buffer(made))
  expect(sheets.map(({ name }) => name)).toEqual(['订单', '订单_2', '订单_3'])
  for (const { rows } of sheets) {
    expect(rows[0]).toEqual(['编号', '名称'])
    expect(rows.length).toBeLessThanOrEqual(5)
  }
  const ids = sheets.flatMap(({ rows }) => rows.slice(1).map(([id]) => id))
  expect(ids).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})
