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
/** The newest that any of the conditions finds, each by its own index. */
export const foundSql = (conditions: readonly string[]): string => {
  const ways = conditions.map(
    (where, at) =>
      `SELECT rowId FROM (SELECT id AS rowId FROM orders WHERE ${where} ORDER BY id + 0 DESC LIMIT 25) AS way${at}`,
  )
  return `SELECT ${listed} FROM orders JOIN (${ways.join(' UNION ')}) AS found ON found.rowId = id ORDER BY id DESC LIMIT 25`
}
/** The newest thousand, looked through for what nearly all of them have. */
export const headSql = (where: string): string =>
  `SELECT ${listed} FROM orders JOIN (SELECT id AS rowId FROM orders ORDER BY id DESC LIMIT 1000) AS head ON head.rowId = id WHERE ${where} ORDER BY id DESC LIMIT 25`
export const allSql = `SELECT ${listed} FROM orders ORDER BY id`
export const oneSql = `SELECT ${listed} FROM orders WHERE id = ?`
export const linesSql = `SELECT ${lineColumns} FROM order_lines WHERE parentId = ? ORDER BY lineNo`
export const manySql = `SELECT ${listed} FROM orders WHERE id IN (?) ORDER BY id DESC LIMIT 1000`
