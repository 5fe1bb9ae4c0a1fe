import { lazy } from 'react'
import type { Screens } from '../resources'

/** The page of a document is made by hand: its PDF, its copies and its prints. */
export const paperScreens: Screens = {
  show: lazy(() => import('./DocumentShow')),
}

/** Records that have papers: drawn from the schema, with their papers at the side. */
export const subjectScreens: Screens = {
  show: lazy(() => import('./SubjectShow')),
}
