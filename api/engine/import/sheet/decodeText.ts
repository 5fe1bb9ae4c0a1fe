import { BadFile } from './badFile.js'

/** What no text holds, whatever its language: a picture, a program, a PDF. */
// eslint-disable-next-line no-control-regex -- these very characters tell a text from other files
const BINARY = /[\u0000-\u0008\u000e-\u001a]/

const noText = () =>
  BadFile({
    zh: '这不是表格文件。请上传 Excel(.xlsx)或 CSV 文件。',
    en: 'This is no spreadsheet. Choose an Excel (.xlsx) or a CSV file.',
  })

/** The text of a CSV file: UTF-8 when its bytes are that, else the Chinese encoding of Excel (GB18030, which holds GBK). */
export function decodeText(bytes: Buffer): { text: string; encoding: string } {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  for (const encoding of utf16 ? ['utf-16le'] : ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding)
    if (text === null) continue
    if (BINARY.test(text.slice(0, 100_000)) || text.startsWith('%PDF-')) throw noText()
    return { text, encoding }
  }
  throw noText()
}

function decoded(bytes: Buffer, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
