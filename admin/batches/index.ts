import { lazy } from 'react'
import type { Screens } from '../resources'

/** The page of a batch shows its sheets live; the list is drawn from the schema. */
export const batchScreens: Screens = {
  show: lazy(() => import('./BatchShow')),
}
