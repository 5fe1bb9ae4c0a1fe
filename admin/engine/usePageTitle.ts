import { useLocale, useTranslate } from 'react-admin'
import { englishTitle } from '../i18n/englishTitle'
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
  const isEnglish = useLocale() === 'en'
  const name = say(resource.label)
  const recordRepresentation = record ? recordTitle(resource.name, record) : ''
  const title = isEnglish && page !== 'list' ? englishTitle(page, name, recordRepresentation) : null
  return title ?? translate(`ra.page.${page}`, { name, recordRepresentation })
}
