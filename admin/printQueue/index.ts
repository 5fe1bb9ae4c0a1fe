import { lazy } from 'react'
import type { Screens } from '../resources'

/** The list of print jobs is a live queue under the state of the printers; its page has the dialogs of the queue. */
export const printQueueScreens: Screens = {
  list: lazy(() => import('./PrintQueue')),
  show: lazy(() => import('./JobShow')),
}
