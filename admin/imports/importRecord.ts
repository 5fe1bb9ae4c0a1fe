import type { Row } from '../schema/row'
import { isObject } from '../schema/valueAt'

export interface FileColumn {
  letter: string
  head: string
  samples: string[]
}

/** The columns of the uploaded file with what their first rows hold. */
export const columnsOf = (record: Row): FileColumn[] =>
  Array.isArray(record.columns)
    ? record.columns.filter(isObject).map(({ letter, head, samples }) => ({
        letter: String(letter),
        head: String(head),
        samples: Array.isArray(samples) ? samples.map(String) : [],
      }))
    : []

/** Column of the file → field. */
export const mappingOf = (record: Row): Record<string, string> =>
  isObject(record.mapping)
    ? Object.fromEntries(Object.entries(record.mapping).map(([letter, path]) => [letter, String(path)]))
    : {}

export const WORKING = ['checking', 'running', 'undoing']
