import { lazy } from 'react'
import type { Screens } from '../resources'

/** The page of a shipment is made by hand; list and form are drawn from the schema. */
export const shipmentScreens: Screens = {
  show: lazy(() => import('./ShipmentShow')),
}
