import type { Request } from 'express'
import type { Action } from './action.js'
import { requestLanguage } from './call.js'
import type { Entry } from './catalog.js'
import type { Context } from './context.js'
import { gathered, openGathering, type Gathering } from './gathering.js'
import { writeOnce, type Once, type Reply } from './idempotency.js'
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

interface BulkReply {
  results: BulkResult[]
  /** The record that gathers them, where the action has one and something went through. */
  gathered?: unknown
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
): Promise<BulkReply> {
  const name = String(request.params.action)
  const action = bulkActionOf(entry, name)
  const language = requestLanguage(request)
  const body = bodyOf(request.body)
  const { own, shared } = divided(action, body.input)
  const keep = (step: string, work: (context: Context) => Promise<Reply>) =>
    writeOnce(by, once(`${request.path}#${step}`), work)

  const gathering: Gathering | null =
    action.gather && body.ids.length > 1
      ? await openGathering(action.gather, entry, action.allow, body.ids, shared, keep)
      : null
  const results: BulkResult[] = []
  const left: { id: number; text: Problem['text'] }[] = []
  for (const id of gathering?.ids ?? body.ids) {
    try {
      const reply = await keep(String(id), async (context) => {
        if (gathering) context.gathering = gathering.in
        const done = await act(context, by.catalog, entry, name, id, own)
        return { status: 200, body: present(done.entry.of, done.record, by.who, language) }
      })
      results.push({ id, status: reply.status, record: reply.body })
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      results.push({ id, status: error.status, error: error.body(language) })
      left.push({ id, text: error.text })
    }
  }
  if (!gathering) return { results }
  const record = await gathered(gathering, entry, left, keep, (of, stored) =>
    present(of, stored, by.who, language),
  )
  return { results, ...(record !== null && { gathered: record }) }
}

function bulkActionOf({ of }: Entry, name: string): Action {
  const action = of.actions && Object.hasOwn(of.actions, name) ? of.actions[name] : undefined
  if (!action?.bulk)
    throw NotFound({ zh: `${of.label.zh}/actions/${name}`, en: `${of.label.en}/actions/${name}` })
  return action
}

/** What is asked for each record, and what for the selection as a whole. */
function divided(action: Action, input: unknown): { own: unknown; shared: Record<string, unknown> } {
  if (!action.gather || typeof input !== 'object' || input === null || Array.isArray(input))
    return { own: input, shared: {} }
  const names = Object.keys(action.gather.input)
  const parts = Object.entries(input)
  return {
    own: Object.fromEntries(parts.filter(([name]) => !names.includes(name))),
    shared: Object.fromEntries(parts.filter(([name]) => names.includes(name))),
  }
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
