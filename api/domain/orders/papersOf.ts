/**
 * The papers that say what the order says: its own and those of its shipments. What is written about the order
 * (a request to change it, a receipt of its payment) stays true when the order changes.
 */
export const papersOf = (orderId: number) => ({ orderId, subject: ['orders', 'shipments'] })
