import type { FileColumn } from '../../engine/import/readHead.js'
import type { Mapping } from '../../engine/import/suggestMapping.js'
import { asObject, asObjects, asTexts } from '../../engine/shapes.js'

/** The columns of a file as an import keeps them. */
export const fileColumns = (stored: unknown): FileColumn[] =>
  asObjects(stored).map(({ letter, head, samples }) => ({
    letter: String(letter),
    head: String(head),
    samples: asTexts(samples),
  }))

/** A mapping as it is kept, or was sent: letters of columns to paths of fields; columns that fill nothing are left out. */
export const mappingOf = (given: unknown): Mapping =>
  Object.fromEntries(
    Object.entries(asObject(given)).flatMap(([letter, path]) =>
      typeof path === 'string' && path !== '' ? [[letter, path]] : [],
    ),
  )
