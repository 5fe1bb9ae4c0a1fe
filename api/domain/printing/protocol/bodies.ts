import { raw, type RequestHandler } from 'express'
import type { ZodType } from 'zod'
import { BadRequest } from '../../../engine/problems.js'
import { say } from '../../../engine/text.js'

const MOST_PDF = '64mb'

/** The body as its schema reads it; 400 with the first thing that is wrong. */
export function readBody<T>(schema: ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const detail = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`
  throw BadRequest(say(`请求内容不对：${detail}`, `The body is not right: ${detail}`))
}

/** Takes a body of the type application/pdf as bytes. */
export const receivePdf = (): RequestHandler => raw({ type: 'application/pdf', limit: MOST_PDF })

/** The received bytes; 400 when they are no PDF. */
export function readPdf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.subarray(0, 5).toString('latin1') === '%PDF-') return body
  throw BadRequest(say('上传的内容不是 PDF。', 'The body is no PDF.'))
}
