import { z } from 'zod'
import { BadRequest } from '../../../engine/problems.js'
import { parseJson } from '../../../engine/shapes.js'
import { say } from '../../../engine/text.js'

export const PDFS = 'application/vnd.slipway.pdfs'

const head = z
  .array(z.object({ jobId: z.number().int(), bytes: z.number().int().min(5) }))
  .min(1)
  .max(100)

/** Several PDFs in one body: a line of JSON with the job and length of each, then their bytes one after the other. */
export function readPdfs(body: unknown): { jobId: number; pdf: Buffer }[] {
  const end = Buffer.isBuffer(body) ? body.indexOf('\n') : -1
  if (!Buffer.isBuffer(body) || end < 0) throw wrong()
  let at = end + 1
  const pdfs = headOf(body.subarray(0, end)).map(({ jobId, bytes }) => {
    const pdf = body.subarray(at, at + bytes)
    at += bytes
    if (pdf.length !== bytes || pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw wrong()
    return { jobId, pdf }
  })
  if (at !== body.length) throw wrong()
  return pdfs
}

function headOf(line: Buffer): z.infer<typeof head> {
  try {
    return head.parse(parseJson(line.toString('utf8')))
  } catch {
    throw wrong()
  }
}

const wrong = () => BadRequest(say('上传的内容不是成批的 PDF。', 'The body is no batch of PDFs.'))
