import { useInput, ValidationError } from 'react-admin'
import { useMemo, type ReactNode } from 'react'
import { useText } from '../../schema/useText'
import { fieldRules } from '../form/fieldRules'
import type { WidgetProps } from './WidgetProps'

const asIs = (value: unknown): unknown => value

/** Binds a field of the schema to the form: its value as it is stored, label, rules, and what is wrong with it. */
export function useFieldInput({ field: schema, source, disabled }: WidgetProps) {
  const say = useText()
  const validate = useMemo(() => fieldRules(schema), [schema])
  const { field, fieldState, id, isRequired } = useInput<unknown>({
    source,
    validate,
    format: asIs,
    parse: asIs,
    defaultValue: schema.default,
  })
  const message = fieldState.error?.message
  const help = say(schema.help)
  const helperText: ReactNode = message ? <ValidationError error={message} /> : help || undefined
  const setValue: (value: unknown) => void = field.onChange
  const value: unknown = field.value
  return {
    value,
    setValue,
    shared: {
      id,
      label: say(schema.label),
      required: isRequired,
      disabled,
      error: message !== undefined,
      helperText,
      inputRef: field.ref,
      onBlur: () => field.onBlur(),
    },
  }
}
