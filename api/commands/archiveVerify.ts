import { verifyArchive } from '../domain/archive/verifyArchive.js'
import { say, type Text2 } from '../engine/text.js'
import { withDatabase } from './withDatabase.js'
import { worded } from './worded.js'

/** `npm run archive:verify`: every archived file and every document's frozen data are as they were archived. */
await withDatabase(async ({ db }) => {
  const tell = (text: Text2) => void process.stdout.write(`${worded(text)}\n`)
  const { files, bytes, documents, faults } = await verifyArchive(db, tell)
  if (faults > 0) return 1
  tell(
    say(
      `归档完整：${files} 个文件，${bytes} 字节，${documents} 张单据的冻结数据。`,
      `The archive is whole: ${files} files, ${bytes} bytes, and the frozen data of ${documents} documents.`,
    ),
  )
  return 0
})
