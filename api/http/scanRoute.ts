import type { Request, Response } from 'express'
import { z } from 'zod'
import { copyOfCode } from '../domain/printing/copies/copyOfCode.js'
import { paperHandlers } from '../domain/printing/copies/paperHandlers.js'
import { takeScan } from '../domain/printing/copies/takeScan.js'
import { decide } from '../engine/access.js'
import { answer, callerOf, requestIdOf, requestLanguage } from '../engine/call.js'
import { onceOf, writeOnce } from '../engine/idempotency.js'
import { present } from '../engine/present.js'
import { BadRequest, Forbidden } from '../engine/problems.js'
import type { RouterOptions } from '../engine/router.js'
import { say } from '../engine/text.js'

const body = z.object({
  code: z.string().trim().min(1).max(200),
  place: z.enum(['packing', 'dispatch', 'receiving', 'filing']),
})

/**
 * `POST /document-copies/scan {code, place}`: answers the copy and its document with what the scan means in one sentence.
 * 409 `stale_paper` for a paper that must not be used; the scan is written down all the same, so this is no refusal
 * that rolls back.
 */
export function scanRoute({ db, catalog, committed }: RouterOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    const who = callerOf(request)
    if (decide(paperHandlers, who) === false) throw Forbidden()
    const parsed = body.safeParse(request.body)
    if (!parsed.success)
      throw BadRequest(
        say(
          '请给出 code(联码)和 place(packing、dispatch、receiving 或 filing)。',
          'Give code and place (packing, dispatch, receiving or filing).',
        ),
      )
    const { code, place } = parsed.data
    const key = request.get('idempotency-key')
    const once = onceOf(key, `${who.kind}:${who.id}`, request.method, request.originalUrl, request.body)
    const by = { db, catalog, committed, who, requestId: requestIdOf(request) }
    const language = requestLanguage(request)
    const reply = await writeOnce(by, once, async (context) => {
      const { outcome, message, ...found } = await takeScan(context, await copyOfCode(context, code), place)
      const shown = (name: string, record: object) =>
        present(catalog.get(name).of, { ...record }, who, language)
      const told = {
        outcome,
        message: message[language],
        copy: shown('document-copies', found.copy),
        document: shown('documents', { ...found.document, data: null }),
      }
      return outcome === 'stale'
        ? { status: 409, body: { code: 'stale_paper', ...told } }
        : { status: 200, body: told }
    })
    answer(response, reply.status, reply.body)
  }
}
