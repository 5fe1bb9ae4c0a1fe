import { useLocaleState, useTranslate } from 'react-admin'
import { hasUnsaved } from './unsaved'

/** The language that is not shown now, and the way to it. */
export function useLanguageSwitch() {
  const translate = useTranslate()
  const [locale, setLocale] = useLocaleState()
  const other = locale === 'en' ? { lang: 'zh', name: '中文' } : { lang: 'en', name: 'English' }
  // Another language builds every page anew, forms included.
  const run = () => {
    if (!hasUnsaved() || window.confirm(translate('ra.message.unsaved_changes'))) setLocale(other.lang)
  }
  return { ...other, run }
}
