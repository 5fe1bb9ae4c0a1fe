import type { Request } from 'express'
import { requestLanguage } from './call.js'
import type { Entry } from './catalog.js'
import { writeOnce, type Once } from './idempotency.js'
import { act } from './operations.js'
import { present } from './present.js'
import { Problem } from './problem.js'
import { BadRequest, NotFound } from './problems.js'
import type { WriteBy } from './unitOfWork.js'
import { asObject } from './shapes.js'

const MOST_IDS = 500

export interface BulkResult {
  id: number
  status: number
  record?: unknown
  error?: unknown
}

/**
 * One action on many records, each in its own transaction, with a result per id: what one record refuses does
 * not stop the others. With an Idempotency-Key each id's result is kept under the key, so a retry repeats nothing.
 */
export async function bulkAct(
  entry: Entry,
  by: WriteBy,
  request: Request,
  once: (path: string) => Once | null,
): Promise<{ results: BulkResult[] }> {
  const name = String(request.params.action)
  const action =
    entry.of.actions && Object.hasOwn(entry.of.actions, name) ? entry.of.actions[name] : undefined
  if (!action?.bulk)
    throw NotFound({ zh: `${entry.of.label.zh}/actions/${name}`, en: `${entry.of.label.en}/actions/${name}` })
  const language = requestLanguage(request)
  const { ids, input } = bodyOf(request.body)
  const results: BulkResult[] = []
  for (const id of ids) {
    try {
      const reply = await writeOnce(by, once(`${request.path}#${id}`), async (context) => {
        const done = await act(context, by.catalog, entry, name, id, input)
        return { status: 200, body: present(done.entry.of, done.record, by.who, language) }
      })
      results.push({ id, status: reply.status, record: reply.body })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      results.push({ id, status: error.status, error: error.body(language) })
    }
  }
  return { results }
}

function bodyOf(body: unknown): { ids: number[]; input: unknown } {
  const { ids, input } = asObject(body)
  if (
    !Array.isArray(ids) ||
    ids.length === 0 ||
    ids.length > MOST_IDS ||
    !ids.every((id) => Number.isSafeInteger(id))
  )
    throw BadRequest({
      zh: `ids 应是 1 到 ${MOST_IDS} 个编号的列表。`,
      en: `ids must be a list of 1 to ${MOST_IDS} ids.`,
    })
  return { ids: [...new Set(ids.map(Number))], input: input ?? {} }
}
