import { lazy } from 'react'
import type { Screens } from '../resources'

/** The page of a printer is made by hand: state, stock, queue and abilities; list and forms are drawn from the schema. */
export const printerScreens: Screens = {
  show: lazy(() => import('./PrinterShow')),
}
