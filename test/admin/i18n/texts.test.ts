import { describe, expect, it } from '@jest/globals'
import { appEn } from '../../../admin/i18n/appEn'
import { appZh } from '../../../admin/i18n/appZh'

const placeholders = (text: string) => new Set([...text.matchAll(/%\{(\w+)\}/g)].map(([, name]) => name))

describe('the console in two languages', () => {
  it('says the same with the same blanks to fill', () => {
    const zh: Record<string, string> = appZh
    for (const [key, text] of Object.entries(appEn))
      expect([key, placeholders(text)]).toEqual([key, placeholders(zh[key] ?? '')])
  })

  it('leaves no text empty', () => {
    for (const text of [...Object.values(appZh), ...Object.values(appEn)]) expect(text.trim()).not.toBe('')
  })
})
