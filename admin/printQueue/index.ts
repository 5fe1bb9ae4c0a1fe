import { lazy } from 'react'
import type { Screens } from '../resources'

/** The list of print jobs is a live queue under the state of the printers; the page of a job is drawn from the schema. */
export const printQueueScreens: Screens = {
  list: lazy(() => import('./PrintQueue')),
}
