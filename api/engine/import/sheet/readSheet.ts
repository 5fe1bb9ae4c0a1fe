import { csvRows } from './csvRows.js'
import { decodeText } from './decodeText.js'
import { BadFile } from './badFile.js'
import type { Sheet } from './sheet.js'
import { openXlsx } from './openXlsx.js'

const ZIP = Buffer.from('PK\u0003\u0004', 'latin1')
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
/** The name of the stream in which Excel hides a workbook behind a password. */
const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le')

/** Opens the bytes of a CSV or XLSX file, told apart by what they hold and not by their name; refuses all else in a sentence. */
export function readSheet(bytes: Buffer): Sheet {
  if (bytes.length === 0) throw BadFile({ zh: '文件是空的。', en: 'The file is empty.' })
  if (startsWith(bytes, ZIP)) return openXlsx(bytes)
  if (startsWith(bytes, OLE))
    throw BadFile(
      bytes.includes(ENCRYPTED)
        ? {
            zh: '文件有密码保护。请在 Excel 或 WPS 中取消密码，另存后再上传。',
            en: 'The file is protected by a password. Remove the password in your spreadsheet program and save it again.',
          }
        : {
            zh: '这是旧格式（.xls）的文件。请在 Excel 或 WPS 中另存为 .xlsx 后再上传。',
            en: 'The file has the old .xls format. Save it as .xlsx and choose it again.',
          },
    )
  const { text, encoding } = decodeText(bytes)
  if (text.trim() === '') throw BadFile({ zh: '文件是空的。', en: 'The file is empty.' })
  return { format: 'csv', encoding, rows: () => csvRows(text) }
}

const startsWith = (bytes: Buffer, head: Buffer) => bytes.subarray(0, head.length).equals(head)
