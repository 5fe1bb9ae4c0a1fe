import { lazy } from 'react'
import type { Screens } from '../resources'

/** The rules stand under what comes after them: the person's own printer. */
export const printRuleScreens: Screens = {
  list: lazy(() => import('./RulesPage')),
}
