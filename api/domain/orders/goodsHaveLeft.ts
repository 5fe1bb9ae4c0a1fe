import { Conflict } from '../../engine/problems.js'
import { say } from '../../engine/text.js'

/** What has left can be neither changed nor cancelled. */
export const goodsHaveLeft = (shipmentNo: string | null) =>
  Conflict(
    say(
      `发货单 ${shipmentNo} 的货已发出，订单不能变更或取消；请走退货。`,
      `The goods of shipment ${shipmentNo} have left; the order cannot be changed or cancelled. Handle it as a return.`,
    ),
  )
