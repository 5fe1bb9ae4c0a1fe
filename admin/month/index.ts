import { lazy } from 'react'
import type { Screens } from '../resources'

/** The page of a month shows how far it is and hands out the file; list and form are drawn from the schema. */
export const monthScreens: Screens = {
  show: lazy(() => import('./MonthShow')),
}
