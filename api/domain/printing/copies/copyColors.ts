import type { ChoiceValue } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'

export const copyColors: Record<string, ChoiceValue> = {
  white: { label: say('白', 'White') },
  red: { label: say('红', 'Red') },
  yellow: { label: say('黄', 'Yellow') },
  blue: { label: say('蓝', 'Blue') },
  green: { label: say('绿', 'Green') },
}

const ORDINALS = '一二三四五六七八九'

/** What stands on the sheet: 「第一联 存根 白」. */
export const copyLabel = (copy: { copyNo: number; name: string; color: string }): string =>
  `第${ORDINALS[copy.copyNo - 1] ?? copy.copyNo}联 ${copy.name} ${copyColors[copy.color]?.label.zh ?? copy.color}`
