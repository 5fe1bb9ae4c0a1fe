import type { Database, Row } from '../../db/database.js'
import { asNumbers, asObject, parseJson } from '../../engine/shapes.js'
import { say, type Text2 } from '../../engine/text.js'
import { copyCode } from '../printing/copies/copyCode.js'
import { contentHash } from '../printing/documents/contentHash.js'
import { documentName } from './archivedFiles.js'

/**
 * What is wrong with a document and its copies: its frozen data must have its content hash, each copy the hash of what it
 * says (with prices or without) and a code of its own document, and every copy that was printed must be there.
 */
export async function documentFaults(db: Database, document: Row): Promise<Text2[]> {
  const name = documentName(document)
  const data = dataOf(document)
  const copies = await db.select(
    'SELECT id, copyNo, showsPrice, contentHash, code FROM document_copies WHERE documentId = ? ORDER BY copyNo, id',
    [Number(document.id)],
  )
  const faults: Text2[] = []
  const isUnaltered = data !== null && contentHash(data, true) === document.contentHash
  if (!isUnaltered)
    faults.push(
      say(
        `单据 ${name.zh}的冻结数据在开出后被改动，与其内容指纹不符。`,
        `The frozen data of document ${name.en} were changed after it was issued: they do not match its content hash.`,
      ),
    )
  for (const copy of copies) faults.push(...copyFaults(document, copy, isUnaltered ? data : null, name))
  return [...faults, ...(await lostCopies(db, document, copies, name))]
}

/** Data that were altered say nothing of a copy. */
function copyFaults(document: Row, copy: Row, data: Record<string, unknown> | null, name: Text2): Text2[] {
  const [copyNo, hash, code] = [Number(copy.copyNo), String(copy.contentHash), String(copy.code)]
  const wrong: Text2[] = []
  if (data && contentHash(data, Boolean(copy.showsPrice)) !== hash)
    wrong.push(
      copy.showsPrice
        ? say('内容指纹与冻结数据不符', 'its content hash is not that of the frozen data')
        : say(
            '内容指纹与不含价格的冻结数据不符',
            'its content hash is not that of the frozen data without prices',
          ),
    )
  const { no, revision } = document
  const coded = copyCode({ no: String(no), revision: Number(revision), copyNo, contentHash: hash })
  if (code !== '' && copy.code !== null && code !== coded)
    wrong.push(say(`二维码 ${code} 应为 ${coded}`, `its code is ${code} and should be ${coded}`))
  return wrong.map(({ zh, en }) =>
    say(`单据 ${name.zh}第 ${copyNo} 联：${zh}。`, `Copy ${copyNo} of document ${name.en}: ${en}.`),
  )
}

/** Copies that print jobs name and that are gone, and a document that has none at all. */
async function lostCopies(db: Database, { id }: Row, copies: Row[], name: Text2): Promise<Text2[]> {
  if (copies.length === 0)
    return [say(`单据 ${name.zh}没有任何一联。`, `Document ${name.en} has no copy at all.`)]
  const known = new Set(copies.map((copy) => Number(copy.id)))
  const jobs = await db.select('SELECT id, copies FROM print_jobs WHERE documentId = ? ORDER BY id', [
    Number(id),
  ])
  return jobs.flatMap((job) => {
    const lost = asNumbers(parseJson(job.copies)).filter((copyId) => !known.has(copyId))
    return lost.map((copyId) =>
      say(
        `单据 ${name.zh}缺一联：打印任务 ${String(job.id)} 打过的联 ${copyId} 不在了。`,
        `Document ${name.en} lacks a copy: print job ${String(job.id)} is of copy ${copyId}, which is gone.`,
      ),
    )
  })
}

/** Null for data that cannot even be read. */
function dataOf({ data }: Row): Record<string, unknown> | null {
  try {
    return asObject(parseJson(data))
  } catch {
    return null
  }
}
