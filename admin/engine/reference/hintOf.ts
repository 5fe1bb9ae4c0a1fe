import { fieldsOf } from '../../schema/fieldOf'
import type { Row } from '../../schema/row'
import type { ResourceSchema, Text2 } from '../../schema/types'
import { valueText } from '../values/valueText'

/** Further words that tell namesakes apart: the first texts and choices of the list beside code and name. */
export function hintOf(
  schema: ResourceSchema,
  record: Row,
  say: (text: Text2) => string,
  most: number,
): string {
  const shown = new Set(['code', schema.title])
  return fieldsOf(schema.fields, schema.grid)
    .filter(({ path, field }) => !shown.has(path) && (field.kind === 'text' || field.kind === 'choice'))
    .slice(0, most)
    .map(({ path, field }) => valueText(field, record[path], say))
    .filter(Boolean)
    .join(' · ')
}
