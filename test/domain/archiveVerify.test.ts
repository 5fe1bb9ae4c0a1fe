import { beforeAll, expect, it } from '@jest/globals'
import { storeBlob } from '../../api/db/blobs.js'
import { verifyArchive } from '../../api/domain/archive/verifyArchive.js'
import type { Rec } from '../support/client.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { runProgram } from '../support/program.js'

eachDatabase((house) => {
  const verify = async (LC_ALL = 'C') => {
    const { databaseUrl: DATABASE_URL } = house().api
    const program = runProgram('api/commands/archiveVerify.ts', { DATABASE_URL, LC_ALL })
    const code = await program.exit
    return { code, said: program.output().trim().split('\n'), complained: program.complaints() }
  }
  const execute = (sql: string, values: string[] = []) => house().api.db.execute(sql, values)
  /** Three slices of a reading, the last one full. */
  const pdf = Buffer.alloc(3 * 1024 * 1024, 'Slipway ')
  const photo = Buffer.from('a photo of a signed copy')
  let [paper, pdfHash, photoHash]: [Rec, string, string] = [{ id: 0, version: 0 }, '', '']

  beforeAll(async () => {
    const { db } = house().api
    paper = await house().issued()
    pdfHash = await storeBlob(db, pdf, 'application/pdf')
    photoHash = await storeBlob(db, photo, 'image/png')
    await execute('UPDATE documents SET pdfSha256 = ?', [pdfHash])
    await execute('UPDATE print_jobs SET pdfSha256 = ?', [pdfHash])
    await execute('UPDATE document_copies SET attachment = ? WHERE copyNo = 2', [photoHash])
  })

  it('says in one line that the archive is whole', async () => {
    const bytes = pdf.length + photo.length
    expect(await verify()).toEqual({
      code: 0,
      said: [`The archive is whole: 2 files, ${bytes} bytes, and the frozen data of 1 documents.`],
      complained: '',
    })
  })

  it('names a file whose last byte was changed and a document whose data were, by the records they belong to', async () => {
    const { db } = house().api
    const [row] = await db.select('SELECT data FROM documents')
    await db.execute('UPDATE blobs SET bytes = ? WHERE sha256 = ?', [
      Buffer.concat([pdf.subarray(1), Buffer.from('!')]),
      pdfHash,
    ])
    await execute("UPDATE documents SET data = REPLACE(data, '1', '2')")
    const said: string[] = []
    const report = await verifyArchive(db, ({ en }) => void said.push(en))
    await db.execute('UPDATE blobs SET bytes = ? WHERE sha256 = ?', [pdf, pdfHash])
    await execute('UPDATE documents SET data = ?', [String(row?.data)])
    expect({ report, said }).toEqual({
      report: { files: 2, bytes: pdf.length + photo.length, documents: 1, faults: 2 },
      said: [
        expect.stringMatching(
          `^File ${pdfHash} was changed after it was archived, .+: the PDF of document ${String(paper.no)} .+, the PDF of print job \\d+\\.$`,
        ),
        expect.stringContaining(
          `The frozen data of document ${String(paper.no)} (delivery-note, revision 1)`,
        ),
      ],
    })
  })

  it('names every record whose file is gone, in the language of the terminal', async () => {
    await execute('DELETE FROM blobs WHERE sha256 IN (?, ?)', [pdfHash, photoHash])
    const { code, said } = await verify('zh_CN.UTF-8')
    expect({ code, said }).toEqual({
      code: 1,
      said: [
        `文件 ${pdfHash} 缺失：单据 ${String(paper.no)}（delivery-note，第 1 版）的 PDF。`,
        expect.stringMatching(`^文件 ${photoHash} 缺失：单联 DOC\\..+ 的回单影像。$`),
        expect.stringMatching(`^文件 ${pdfHash} 缺失：打印任务 \\d+ 的 PDF。$`),
      ],
    })
  })
})
