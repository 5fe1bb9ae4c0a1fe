import { useText } from '../../schema/useText'
import { lineColumns } from '../lines/lineColumns'
import { LineGrid } from '../lines/LineGrid'
import type { WidgetProps } from './WidgetProps'

export function LinesWidget({ field, source, disabled }: WidgetProps) {
  const say = useText()
  return <LineGrid fields={lineColumns(field)} source={source} label={say(field.label)} disabled={disabled} />
}
