import { lazy } from 'react'
import type { Screens } from '../resources'

/** The one record of settings is no list: it is edited where it stands, beside how the system stands. */
export const settingsScreens: Screens = {
  list: lazy(() => import('./SettingsPage')),
}
