import { lazy } from 'react'
import type { Screens } from '../resources'

/** The archive is browsed by kind, month and customer; a document shows its PDF, its copies and its prints. */
export const paperScreens: Screens = {
  list: lazy(() => import('./DocumentList')),
  show: lazy(() => import('./DocumentShow')),
}

/** Records that have papers: drawn from the schema, with their papers at the side. */
export const subjectScreens: Screens = {
  show: lazy(() => import('./SubjectShow')),
}
