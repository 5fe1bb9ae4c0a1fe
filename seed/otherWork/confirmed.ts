/** Orders that are confirmed and that nobody ships yet. */
export const CONFIRMED = `SELECT o.id FROM orders o WHERE o.status = 'confirmed' AND o.fulfilment = 'reserved'
  AND NOT EXISTS (SELECT 1 FROM shipments s WHERE s.orderId = o.id) ORDER BY o.id`
