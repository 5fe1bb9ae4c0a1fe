import { maxLength, required, type Validator } from 'react-admin'
import type { FieldSchema } from '../../schema/types'
import { codecs } from '../values/codecs'

const isEmpty = (value: unknown) => value === null || value === undefined || value === ''

/** What can be told before the server is asked; everything else comes back from it. */
export function fieldRules(field: FieldSchema): Validator[] {
  const codec = codecs[field.kind]
  const rules: Validator[] = []
  if (field.required && field.kind !== 'boolean') rules.push(required())
  if (field.maxLength !== undefined) rules.push(maxLength(field.maxLength))
  if (codec)
    rules.push((value: unknown) =>
      isEmpty(value) || codec.isValid(value) ? undefined : `app.invalid.${field.kind}`,
    )
  return rules
}
