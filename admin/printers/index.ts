import { lazy } from 'react'
import type { Screens } from '../resources'

/** The page of a printer (state, stock, queue, abilities) and its form are made by hand; the list is drawn from the schema. */
export const printerScreens: Screens = {
  show: lazy(() => import('./PrinterShow')),
  edit: lazy(() => import('./PrinterEdit')),
  create: lazy(() => import('./PrinterCreate')),
}
