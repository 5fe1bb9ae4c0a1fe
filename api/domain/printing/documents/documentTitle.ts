import { say, type Text2 } from '../../../engine/text.js'
import { templateKinds } from './documentKinds.js'

/** How people call a paper: 「送货单 SH20261123-0001 第2版」. */
export function documentTitle({ kind, no, revision }: { kind: string; no: string; revision: number }): Text2 {
  const label = templateKinds[kind]?.label ?? say(kind, kind)
  return say(`${label.zh} ${no} 第${revision}版`, `${label.en} ${no} revision ${revision}`)
}
