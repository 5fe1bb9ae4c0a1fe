import { addCopySets } from '../api/domain/printing/copies/addCopySets.js'
import { defaultCopySets } from '../api/domain/printing/copies/defaultCopySets.js'
import { creditCode } from './codes.js'
import { atDesk, type House } from './house.js'

/** Where most goods lie, the small one in town, and where what came back waits. */
export const MAIN_WAREHOUSE = 'CK01'
export const TOWN_WAREHOUSE = 'CK02'
export const RETURNS_WAREHOUSE = 'CK03'
export const OFFICE_PRINTER = '办公室 A4'

// Telephone numbers with 0 behind the area code and bank accounts of this form are given to nobody.
const COMPANY = {
  name: '台州船台五金百货有限公司',
  taxNo: creditCode('91', '331002', 1),
  phone: '0576-0188 6600',
  address: '浙江省台州市椒江区船台路 66 号',
  bank: '椒江商业银行船台支行 0000 6600 1234 5678',
}

/** The house itself: company, printers, warehouses and copy sets, as administrator and supervisor set them up. */
export async function furnish(house: House, ago: number, virtualPrinterPort: number): Promise<void> {
  const uri = `ipp://127.0.0.1:${virtualPrinterPort}/ipp/print`
  const printerId = await atDesk(house, 'admin', ago, async (desk) => {
    await desk.create('company-profile', COMPANY)
    const form = await desk.create('printers', {
      name: '仓库针式 241',
      uri,
      site: 'main',
      paper: 'form-241-half',
    })
    await desk.create('printers', { name: OFFICE_PRINTER, uri, site: 'main', paper: 'a4' })
    await addCopySets(desk.context)
    const { copies } = defaultCopySets.find(({ kind }) => kind === 'delivery-note') ?? {}
    const carbonless = { name: '送货单压感纸三联', kind: 'delivery-note', mode: 'carbonless', copies }
    await desk.create('copy-sets', carbonless)
    return form.id
  })
  await atDesk(house, 'supervisor', ago - 30, async (desk) => {
    await desk.create('warehouses', { code: MAIN_WAREHOUSE, name: '滨海总仓', isDefault: true, printerId })
    await desk.create('warehouses', { code: TOWN_WAREHOUSE, name: '城区前置仓', printerId })
    await desk.create('warehouses', { code: RETURNS_WAREHOUSE, name: '退货仓', printerId })
  })
}
