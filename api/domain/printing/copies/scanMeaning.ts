import type { RecordOf } from '../../../engine/resource.js'
import { say, type Text2 } from '../../../engine/text.js'
import type { documentCopies, documents } from '../../refs.js'
import { copyColors } from './copyColors.js'
import { documentTitle } from '../documents/documentTitle.js'
import type { Place } from './places.js'

type Copy = RecordOf<typeof documentCopies>
type Document = RecordOf<typeof documents>

/** `wrong`: scanned for the goods of another shipment. */
export type Outcome = 'current' | 'returned' | 'recalled' | 'stale' | 'wrong'

/** Signed and stale papers come back here; at the other places goods wait for what the paper says. */
const comesBack = (place: Place) => place === 'receiving' || place === 'filing'

/**
 * What it means that one of these copies was scanned: in one sentence, and for which copy. `same` are the plies that
 * share the scanned code; one copy alone where each bears its own.
 */
export function meaningOf(
  scanned: Copy,
  same: Copy[],
  document: Document,
  place: Place,
): { outcome: Outcome; message: Text2; copy: Copy } {
  const paper = documentTitle(document)
  if (scanned.validity !== 'current') {
    const out = same.filter(({ validity }) => validity === 'recall')
    const [copy = scanned, another] = out
    const why =
      document.status === 'void'
        ? say('单据已作废', 'the document is void')
        : say('单据已换新版', 'a newer revision has taken its place')
    if (!comesBack(place) || another)
      return {
        outcome: 'stale',
        copy: scanned,
        message:
          another && comesBack(place)
            ? say(
                `${paper.zh}已失效（${why.zh}）。压感纸各联同码，请在单据页面逐联登记收回。`,
                `${paper.en} is not current: ${why.en}. Carbonless plies share one code; note each recalled ply on the document's page.`,
              )
            : say(
                `${paper.zh}已失效（${why.zh}），请勿${place === 'packing' ? '打包' : '发货'}，请收回并改用新单。`,
                `${paper.en} is not current: ${why.en}. Do not ${place === 'packing' ? 'pack' : 'ship'}; take it back and use the current one.`,
              ),
      }
    return {
      outcome: 'recalled',
      copy,
      message: say(
        `${paper.zh} ${nameOf(copy).zh}已失效（${why.zh}），已登记收回，请勿再用。`,
        `${paper.en}, ${nameOf(copy).en}, is not current: ${why.en}. It is noted as recalled; do not use it again.`,
      ),
    }
  }
  const awaited = same.find((copy) => copy.mustReturn && copy.returnStatus !== 'returned')
  if (place === 'receiving' && awaited)
    return {
      outcome: 'returned',
      copy: awaited,
      message: say(
        `${paper.zh} ${nameOf(awaited).zh}：回单已登记。`,
        `${paper.en}, ${nameOf(awaited).en}: noted as returned.`,
      ),
    }
  return {
    outcome: 'current',
    copy: scanned,
    message: say(
      `${paper.zh} ${same.map((copy) => nameOf(copy).zh).join('、')}，有效。`,
      `${paper.en}, ${same.map((copy) => nameOf(copy).en).join(', ')}: current.`,
    ),
  }
}

const nameOf = ({ name, color }: Copy): Text2 => {
  const tint = copyColors[color]?.label ?? say(color, color)
  return say(`${name}联（${tint.zh}）`, `copy ${name} (${tint.en})`)
}
