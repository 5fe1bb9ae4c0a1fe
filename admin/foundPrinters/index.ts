import { lazy } from 'react'
import type { Screens } from '../resources'

/** What the network offers, each with the one press that begins to add it. */
export const foundPrinterScreens: Screens = {
  list: lazy(() => import('./FoundPage')),
}
