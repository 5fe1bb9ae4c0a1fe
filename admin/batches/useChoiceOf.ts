import { fieldOf } from '../schema/fieldOf'
import { useResourceSchema } from '../schema/schemaStore'

/** How a field of print jobs names one of its values. */
export function useChoiceOf() {
  const schema = useResourceSchema('print-jobs')
  return (name: string, value: string) =>
    (schema ? fieldOf(schema.fields, name)?.choices : undefined)?.find((one) => one.value === value)
}
