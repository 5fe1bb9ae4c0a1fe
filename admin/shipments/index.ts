import { lazy } from 'react'
import type { Screens } from '../resources'
import { ShipmentList } from './ShipmentList'

/** The page of a shipment is made by hand, its list has one more tool; the form is drawn from the schema. */
export const shipmentScreens: Screens = {
  list: ShipmentList,
  show: lazy(() => import('./ShipmentShow')),
}
