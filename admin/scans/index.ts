import { lazy } from 'react'
import type { Screens } from '../resources'

/** Scanning papers and what was scanned are one screen. */
export const scanScreens: Screens = {
  list: lazy(() => import('./ScanPage')),
}
