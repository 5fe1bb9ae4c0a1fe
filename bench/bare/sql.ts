/** The SQL of the API's own statements on orders, written by hand: columns of the list, of one order, of a line. */

const listed = [
  ...['id', 'version', 'createdAt', 'updatedAt', 'no', 'status', 'fulfilment', 'customerId', 'customerName'],
  ...[
    'warehouseId',
    'channel',
    'receivedAt',
    'requestedDate',
    'payMethod',
    'shipMethod',
    'urgency',
    'shipTo',
  ],
  ...['taxIncluded', 'specialRequirements', 'netAmount', 'taxAmount', 'grossAmount', 'rejectReason'],
  ...['cancelReason', 'enteredAt', 'enteredBy', 'submittedAt', 'submittedBy', 'rejectedAt', 'rejectedBy'],
  ...['confirmedAt', 'confirmedBy', 'cancelledAt', 'cancelledBy', 'completedAt'],
].join(', ')

const lineColumns = [
  ...[
    'id',
    'parentId',
    'lineNo',
    'productId',
    'productCode',
    'name',
    'spec',
    'unit',
    'quantity',
    'unitPrice',
  ],
  ...['taxRate', 'netAmount', 'taxAmount', 'grossAmount', 'remark', 'reservedQuantity', 'shippedQuantity'],
].join(', ')

export const pageSql = (where: string, order: string, from = 0): string =>
  `SELECT ${listed} FROM orders WHERE ${where} ORDER BY ${order} LIMIT 25${from > 0 ? ` OFFSET ${from}` : ''}`
export const allSql = `SELECT ${listed} FROM orders ORDER BY id`
export const oneSql = `SELECT ${listed} FROM orders WHERE id = ?`
export const linesSql = `SELECT ${lineColumns} FROM order_lines WHERE parentId = ? ORDER BY lineNo`
export const manySql = `SELECT ${listed} FROM orders WHERE id IN (?) ORDER BY id DESC LIMIT 1000`
