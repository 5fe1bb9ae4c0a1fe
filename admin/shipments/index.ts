import { lazy } from 'react'
import type { Screens } from '../resources'

/** The page of a shipment is made by hand, its list has one more tool; the form is drawn from the schema. */
export const shipmentScreens: Screens = {
  list: lazy(() => import('./ShipmentList')),
  show: lazy(() => import('./ShipmentShow')),
}
