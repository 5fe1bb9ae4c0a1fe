import { lazy } from 'react'
import type { Screens } from '../resources'

/** The form is made by hand for the sake of the logo. */
export const companyScreens: Screens = {
  create: lazy(() => import('./CompanyCreate')),
  edit: lazy(() => import('./CompanyEdit')),
}
