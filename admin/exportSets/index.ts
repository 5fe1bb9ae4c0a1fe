import { lazy } from 'react'
import type { Screens } from '../resources'

/** The checklist of an export leads to the papers of it that are issued here. */
export const exportSetScreens: Screens = {
  show: lazy(() => import('./ExportSetShow')),
}
