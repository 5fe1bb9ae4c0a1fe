import { lazy } from 'react'
import type { Screens } from '../resources'

/** The page of a stocktake is made by hand: it is where the counting is done. */
export const stocktakeScreens: Screens = {
  show: lazy(() => import('./StocktakeShow')),
}
