import { decide, type Access } from './access.js'
import type { Entry } from './catalog.js'
import type { Context } from './context.js'
import type { Gather, Left } from './gather.js'
import type { Reply } from './idempotency.js'
import { Forbidden, NotFound } from './problems.js'
import { recordNow } from './records.js'
import { checkReferences } from './references.js'
import type { AnyResource, Stored } from './resource.js'
import { asNumbers, asObject } from './shapes.js'
import { objectOf, parseValues } from './validator.js'

/** A gathering that is open. */
export interface Gathering {
  by: Gather
  in: { resource: string; id: number }
  ids: number[]
}

/** Runs one step in its own transaction; a retry of the request repeats no step that was done. */
type Keep = (step: string, work: (context: Context) => Promise<Reply>) => Promise<Reply>

export async function openGathering(
  gather: Gather,
  { of }: Entry,
  allow: Access,
  ids: number[],
  body: Stored,
  keep: Keep,
): Promise<Gathering> {
  const reply = await keep('open', async (context) => {
    if (decide(allow, context.who) === false) throw Forbidden()
    const { version: _version, ...input } = parseValues(objectOf(gather.input, true), body)
    await checkReferences(context, gather.input, input)
    return { status: 200, body: await gather.open(context, of, ids, input) }
  })
  const opened = asObject(reply.body)
  return {
    by: gather,
    in: { resource: gather.in.name, id: Number(opened.id) },
    ids: asNumbers(opened.ids),
  }
}

/** Closes the gathering; answers its record as people may see it, or null where nothing was gathered. */
export async function gathered(
  { by, in: { resource, id } }: Gathering,
  { of }: Entry,
  left: Left[],
  keep: Keep,
  show: (of: AnyResource, record: Stored) => unknown,
): Promise<unknown> {
  const reply = await keep('close', async (context) => {
    if (!(await by.close(context, id, of, left))) return { status: 200, body: null }
    const target = context.catalog.get(resource)
    const record = await recordNow(context, target, id)
    if (!record) throw NotFound(target.of.label, id)
    return { status: 200, body: show(target.of, record) }
  })
  return reply.body
}
