import { dayOf, startOfDay } from '../../api/engine/day.js'
import { asObjects } from '../../api/engine/shapes.js'
import { atDesk, type House } from '../house.js'
import { CONFIRMED } from './confirmed.js'
import { ids } from './ids.js'

/** An order goes abroad: some of its papers are there, customs closes in six days. */
export async function collectExportPapers(house: House) {
  const [orderId] = (await ids(house, CONFIRMED)).slice(4)
  if (orderId === undefined) return
  await atDesk(house, 'sales', 0.4, async (desk) => {
    const today = dayOf(desk.context.now)
    const set = await desk.create('export-sets', {
      orderId,
      buyer: 'Baltic Hardware OÜ, Tallinn',
      goods: '五金工具及日用百货',
      contractNo: 'CT-2611-07',
      invoiceNo: 'INV-2611-07',
      tradeMode: '一般贸易',
      terms: 'FOB 宁波',
      portOfLoading: '宁波舟山港',
      portOfDischarge: 'Tallinn',
      packages: 46,
      grossWeight: '812.5',
      netWeight: '760',
      volume: '3.6',
      documentsCutOff: startOfDay(today, 5),
      customsCutOff: startOfDay(today, 6),
    })
    const lines = asObjects(set.lines).map((line, at) => ({ ...line, present: at < 4, owner: '何俊涛' }))
    await desk.update('export-sets', set.id, { lines })
  })
}
