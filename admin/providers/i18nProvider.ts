import polyglotI18nProvider from 'ra-i18n-polyglot'
import englishMessages from 'ra-language-english'
import type { I18nProvider } from 'react-admin'
import { appEn } from '../i18n/appEn'
import { appZh } from '../i18n/appZh'
import { zh } from '../i18n/zh'
import { fieldOf } from '../schema/fieldOf'
import { resourceOf } from '../schema/schemaStore'
import { store } from './store'

const messages = {
  zh: { ...zh, app: appZh },
  // For a record type whose name is no plural ('Print queue'); the others are worded by `englishTitle`.
  en: {
    ra: {
      ...englishMessages.ra,
      page: {
        ...englishMessages.ra.page,
        create: '%{name} · new',
        edit: '%{name} · %{recordRepresentation} · edit',
        show: '%{name} · %{recordRepresentation}',
      },
    },
    app: appEn,
  },
}

const polyglot = polyglotI18nProvider(
  (locale) => (locale === 'en' ? messages.en : messages.zh),
  store.getItem<string>('locale') === 'en' ? 'en' : 'zh',
  [
    { locale: 'zh', name: '中文' },
    { locale: 'en', name: 'English' },
  ],
  { allowMissing: true },
)

/** Labels of resources and fields come with the schema; react-admin asks for them as `resources.<name>…`. */
function fromSchema(key: string): string | undefined {
  const [root, name, part, ...path] = key.split('.')
  if (root !== 'resources') return undefined
  const resource = resourceOf(name)
  if (!resource) return undefined
  const text =
    part === 'name'
      ? resource.label
      : part === 'fields'
        ? fieldOf(resource.fields, path.join('.'))?.label
        : undefined
  return text && (polyglot.getLocale() === 'en' ? text.en : text.zh)
}

export const i18nProvider: I18nProvider = {
  ...polyglot,
  translate: (key, options) => fromSchema(key) ?? polyglot.translate(key, options),
}
