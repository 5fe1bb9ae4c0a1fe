import { lazy } from 'react'
import type { Screens } from '../resources'

/** Pictures are looked at, and uploaded as files. */
export const imageScreens: Screens = {
  list: lazy(() => import('./ImagesPage')),
  show: lazy(() => import('./ImageShow')),
}
