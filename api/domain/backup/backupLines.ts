import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { errorCode } from '../../db/errors.js'
import { say } from '../../engine/text.js'
import { BackupFault, damaged, notOurs } from './backupFault.js'

/** The lines of a backup, unpacked as they are read. What is wrong with the file is a `BackupFault`. */
export async function* backupLines(file: string): AsyncGenerator<string> {
  const source = createReadStream(file)
  const text = createGunzip().setEncoding('utf8')
  source.once('error', (error) => text.destroy(error))
  source.pipe(text)
  try {
    let rest = ''
    for await (const chunk of text) {
      const lines = (rest + String(chunk)).split('\n')
      rest = lines.pop() ?? ''
      yield* lines
    }
    if (rest !== '') throw damaged('文件不完整', 'it breaks off')
  } catch (error) {
    throw worded(error, file)
  } finally {
    source.destroy()
    text.destroy()
  }
}

function worded(error: unknown, file: string): unknown {
  const code = errorCode(error)
  if (code === 'ENOENT') return new BackupFault(say(`没有文件 ${file}。`, `There is no file ${file}.`))
  if (code === 'EISDIR') return notOurs()
  if (code === 'Z_DATA_ERROR' && String(error).includes('incorrect header')) return notOurs()
  return code.startsWith('Z_') ? damaged('压缩内容有误', 'its compressed content is wrong') : error
}
