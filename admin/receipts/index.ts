import { lazy } from 'react'
import { subjectScreens } from '../papers'
import type { Screens } from '../resources'

/** Entering a receipt: an order that is picked brings its amount and its customer. */
export const receiptScreens: Screens = {
  ...subjectScreens,
  create: lazy(() => import('./ReceiptCreate')),
  edit: lazy(() => import('./ReceiptEdit')),
}
