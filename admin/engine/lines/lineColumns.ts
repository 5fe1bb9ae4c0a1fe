import { fieldsOf } from '../../schema/fieldOf'
import type { FieldSchema } from '../../schema/types'

/** The columns of lines that the declaration names, else all of them. */
export const lineColumns = ({ fields = [], grid }: FieldSchema): FieldSchema[] =>
  grid ? fieldsOf(fields, grid).map(({ field }) => field) : fields
