import { lazy } from 'react'
import type { Screens } from '../resources'

/** An import begins over the list of earlier ones, and its page leads through it step by step. */
export const importScreens: Screens = {
  list: lazy(() => import('./ImportList')),
  show: lazy(() => import('./ImportShow')),
}
