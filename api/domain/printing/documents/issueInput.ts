import { choice, datetime, reference } from '../../../engine/fields/index.js'
import { say } from '../../../engine/text.js'
import { documentKinds, type DocumentKind } from './documentKinds.js'

/** The input of `issue`: which paper, in which copies, on which printer. */
export function issueInput(first: DocumentKind, ...others: DocumentKind[]) {
  const kinds = [first, ...others]
  return {
    kind: choice({
      label: say('单据', 'Paper'),
      required: true,
      default: first,
      choices: Object.fromEntries(kinds.map((kind) => [kind, documentKinds[kind]])),
    }),
    copySetId: reference('copy-sets', {
      label: say('联次', 'Copies'),
      help: say('不选则用该单据的默认联次。', 'Empty: the default set of this paper.'),
    }),
    printerId: reference('printers', {
      label: say('打印机', 'Printer'),
      help: say(
        '不选则依次按打印规则、我的打印机、仓库的打印机。',
        "Empty: as the print rules say, else my own, else the warehouse's.",
      ),
    }),
    expiresAt: datetime({
      label: say('过期时间', 'Expires at'),
      help: say('到时还没有打印，就不再打印。', 'What is not printed by then is not printed at all.'),
      future: true,
    }),
  }
}
