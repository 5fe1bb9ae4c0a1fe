import { lazy } from 'react'
import type { Screens } from '../resources'

/** Kinds of paper with their editions; an edition is looked at beside its paper, and compared. */
export const templateScreens: Screens = {
  list: lazy(() => import('./TemplateKinds')),
  show: lazy(() => import('./EditionShow')),
}

/** A draft is the editor. */
export const draftScreens: Screens = {
  show: lazy(() => import('./DraftShow')),
}
