import { useTranslate } from 'react-admin'
import { recordTitle } from '../schema/recordTitle'
import type { Row } from '../schema/row'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'

/** 'New order', 'Edit order XS…', 'Order XS…' in the chosen language. */
export function usePageTitle(
  resource: ResourceSchema,
  page: 'list' | 'create' | 'edit' | 'show',
  record?: Row,
) {
  const translate = useTranslate()
  const say = useText()
  return translate(`ra.page.${page}`, {
    name: say(resource.label),
    recordRepresentation: record ? recordTitle(resource.name, record) : '',
  })
}
