import type { Text2 } from '../../../engine/text.js'
import type { Place } from './batchPlaces.js'

/** What a state of a job means for the sheet, in the order in which it is said. */
const meanings: { states: string[]; text: Text2 }[] = [
  { states: ['printed'], text: { zh: '印出', en: 'printed' } },
  { states: ['accepted', 'printing'], text: { zh: '在打印机里', en: 'at the printer' } },
  { states: ['sending'], text: { zh: '正在发送', en: 'being sent' } },
  { states: ['uncertain'], text: { zh: '不确定', en: 'uncertain' } },
  { states: ['queued', 'rendering', 'held'], text: { zh: '未送出', en: 'not sent' } },
  { states: ['failed'], text: { zh: '失败', en: 'failed' } },
  { states: ['canceled', 'expired'], text: { zh: '不再打印', en: 'not printed any more' } },
]

/** `1–112 印出，113 不确定，114–200 未送出`: runs of places in the order of the paper; the cover is not counted. */
export function placeSentence(places: readonly Pick<Place, 'place' | 'status'>[]): Text2 {
  const runs: { from: number; to: number; text: Text2 }[] = []
  for (const { place, status } of places) {
    if (place === 0) continue
    const text = meanings.find(({ states }) => states.includes(status))?.text ?? { zh: status, en: status }
    const last = runs.at(-1)
    if (last && last.text.en === text.en && (place === last.to + 1 || place === last.to)) last.to = place
    else runs.push({ from: place, to: place, text })
  }
  const said = runs.map(({ from, to, text }) => {
    const range = from === to ? String(from) : `${from}–${to}`
    return { zh: `${range} ${text.zh}`, en: `${range} ${text.en}` }
  })
  return {
    zh: `${said.map(({ zh }) => zh).join('，')}。`,
    en: `${said.map(({ en }) => en).join(', ')}.`,
  }
}
