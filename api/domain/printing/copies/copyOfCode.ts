import type { Context } from '../../../engine/context.js'
import { problem } from '../../../engine/problem.js'
import { findRecords } from '../../../engine/records.js'
import { documentCopies } from '../../refs.js'
import { readCopyCode } from './copyCode.js'

const UnknownCode = problem('unknown_code', 404, (scanned: string) => ({
  zh: `「${scanned}」不是本系统单据的联码，请扫单据上的二维码。`,
  en: `"${scanned}" is no code of a paper of this house. Scan the QR on the paper.`,
}))

/** The id of the copy that bears a code. @throws 404 for any other text */
export async function copyOfCode(context: Context, scanned: string): Promise<number> {
  const code = readCopyCode(scanned)
  const [copy] = code === null ? [] : await findRecords(context, documentCopies, { code })
  if (!copy) throw UnknownCode(scanned.trim().slice(0, 60))
  return copy.id
}
