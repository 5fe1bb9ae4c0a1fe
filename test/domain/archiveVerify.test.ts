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

  it('names a copy whose hash, code or row was altered, even where the data were made to agree', async () => {
    const { db } = house().api
    const no = String(paper.no)
    const rows = await db.select('SELECT id, copyNo, contentHash, code FROM document_copies ORDER BY copyNo')
    const [stub, , pick] = rows
    const saidAfter = async (...wrong: [sql: string, values: string[]][]) => {
      for (const [sql, values] of wrong) await execute(sql, values)
      const said: string[] = []
      await verifyArchive(db, ({ zh, en }) => void said.push(zh, en))
      return said
    }
    const of = (copyNo: number) => `Copy ${copyNo} of document ${no} (delivery-note, revision 1):`
    const hash = 'UPDATE document_copies SET contentHash = ? WHERE copyNo = 3'
    const code = 'UPDATE document_copies SET code = ? WHERE copyNo = 1'
    expect(await saidAfter([hash, [String(stub?.contentHash)]], [code, ['DOC.X']])).toEqual([
      `单据 ${no}（delivery-note，第 1 版）第 1 联：二维码 DOC.X 应为 ${String(stub?.code)}。`,
      `${of(1)} its code is DOC.X and should be ${String(stub?.code)}.`,
      expect.stringContaining('第 3 联：内容指纹与不含价格的冻结数据不符'),
      `${of(3)} its content hash is not that of the frozen data without prices.`,
      expect.stringContaining('第 3 联：二维码'),
      expect.stringContaining(`${of(3)} its code is ${String(pick?.code)}`),
    ])
    await execute(hash, [String(pick?.contentHash)])
    await execute(code, [String(stub?.code)])

    const [job] = await db.select('SELECT copies FROM print_jobs')
    const printed = 'UPDATE print_jobs SET copies = ?'
    expect(await saidAfter([printed, ['[999]']])).toEqual([
      expect.stringContaining('打过的联 999 不在了'),
      expect.stringMatching(
        `^Document ${no} .+ lacks a copy: print job \\d+ is of copy 999, which is gone\\.$`,
      ),
    ])
    await execute(printed, [String(job?.copies)])
    expect(await saidAfter()).toEqual([])
  })

  it('names a picture on a document that is gone', async () => {
    const { db } = house().api
    const [row] = await db.select('SELECT data, contentHash FROM documents')
    const data = { ...JSON.parse(String(row?.data)), images: { 公章: 'ab'.repeat(32) } }
    const store = (text: string, contentHash: string) =>
      execute('UPDATE documents SET data = ?, contentHash = ?', [text, contentHash])
    await store(JSON.stringify(data), String(row?.contentHash))
    const said: string[] = []
    await verifyArchive(db, ({ en }) => void said.push(en))
    await store(String(row?.data), String(row?.contentHash))
    expect(said).toContainEqual(
      `File ${'ab'.repeat(32)} is missing: the picture "公章" on document ${String(paper.no)} (delivery-note, revision 1).`,
    )
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
