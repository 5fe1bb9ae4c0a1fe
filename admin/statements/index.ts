import { lazy } from 'react'
import type { Screens } from '../resources'

/** A statement adds up in front of its lines. */
export const statementScreens: Screens = {
  show: lazy(() => import('./StatementShow')),
}
