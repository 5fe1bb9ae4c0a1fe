import type { FieldSchema } from '../../schema/types'

/** What every widget takes: its field, the path of its value in the form, and whether it may be typed in now. */
export interface WidgetProps {
  field: FieldSchema
  source: string
  disabled?: boolean
}
