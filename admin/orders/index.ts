import { lazy } from 'react'
import type { Screens } from '../resources'

/** Order entry and the order page are made by hand; the list is drawn from the schema. */
export const orderScreens: Screens = {
  create: lazy(() => import('./OrderCreate')),
  edit: lazy(() => import('./OrderEdit')),
  show: lazy(() => import('./OrderShow')),
}
