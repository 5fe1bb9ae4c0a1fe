import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Database } from '../db/database.js'
import { previewContent } from '../domain/printing/preview/previewContent.js'
import { sampleData } from '../domain/printing/preview/sampleData.js'
import { askForRender, takePreview } from '../domain/printing/preview/renderRequests.js'
import { waitForRender } from '../domain/printing/preview/waitForRender.js'
import type { Bell } from '../domain/printing/protocol/bell.js'
import { readBody } from '../domain/printing/protocol/bodies.js'
import { templateHash } from '../domain/printing/templates/templateFiles.js'
import { allows } from '../engine/access.js'
import { answer, callerOf, requestLanguage } from '../engine/call.js'
import type { Catalog } from '../engine/catalog.js'
import { problem } from '../engine/problem.js'
import { Forbidden, NotFound } from '../engine/problems.js'
import { asObject, parseJson } from '../engine/shapes.js'
import { say } from '../engine/text.js'

export interface PreviewOptions {
  db: Database
  catalog: Catalog
  bell: Bell
  draining: AbortSignal
}

const PATIENCE_MS = 10_000

const NobodyDraws = problem('no_print_server', 503, () => ({
  zh: '没有打印服务在线，无法预览；请确认打印服务已启动。',
  en: 'No print server is there to draw the preview; see that one runs.',
  retryAfterSeconds: 3,
}))

const TooSlow = problem('preview_too_slow', 503, () => ({
  zh: `预览在 ${PATIENCE_MS / 1000} 秒内没有排好：模板太慢，或打印服务正忙。`,
  en: `The preview was not ready within ${PATIENCE_MS / 1000} seconds: the template is slow or the print servers are busy.`,
  retryAfterSeconds: 3,
}))

const previewBody = z.object({
  kind: z.string().max(40),
  /** The draft as it is saved, all copies on its first paper: proves that it can be published. */
  draftId: z.number().int().optional(),
  templateId: z.number().int().optional(),
  files: z.record(z.string().max(100), z.string()).optional(),
  paper: z
    .object({
      name: z.string().max(40),
      widthMm: z.number().min(20).max(2000),
      heightMm: z.number().min(20).max(2000),
      margin: z.string().max(60).optional(),
    })
    .optional(),
  documentId: z.number().int().optional(),
  copyNo: z.number().int().optional(),
})

/**
 * `POST /template-previews`: a template (files as edited, or an edition, or the current one of a kind) drawn with sample
 * or a document's data, as PDF. A fault of the template answers 422 `template_fault` with its place. Nothing is kept.
 */
export function templatePreviews({ db, catalog, bell, draining }: PreviewOptions) {
  return async (request: Request, response: Response): Promise<void> => {
    if (!allows(catalog.get('templates').of.rights.create, callerOf(request), {})) throw Forbidden()
    const { draftId, ...wish } = readBody(previewBody, request.body)
    const draft = draftId === undefined ? null : await draftOf(db, draftId)
    const content = await previewContent(db, draft ?? wish)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const id = await askForRender(db, { content })
    bell.ring()
    const signal = AbortSignal.any([gone.signal, draining])
    const end = await waitForRender(db, bell, id, PATIENCE_MS, signal)
    const pdf = await takePreview(db, id)
    if (end.state === 'failed') {
      const { code: _code, detail, zh, ...place } = end.fault
      const english = detail.replace(/^[^ :]+\.(?:hbs|css|json): (?:line \d+: )?/, '')
      const message = requestLanguage(request) === 'zh' ? (zh ?? detail) : english
      return answer(response, 422, { code: 'template_fault', message, place })
    }
    if (end.state === 'absent') throw NobodyDraws()
    if (!pdf) throw TooSlow()
    if (draft)
      await db.execute('UPDATE template_drafts SET drawnSha256 = ? WHERE id = ?', [draft.sha256, draft.id])
    response.type('application/pdf').set('Cache-Control', 'no-store').send(pdf)
  }
}

async function draftOf(db: Database, id: number) {
  const [row] = await db.select('SELECT kind, files, papers FROM template_drafts WHERE id = ?', [id])
  if (!row) throw NotFound(say('模板草稿', 'Template drafts'), id)
  const [files, papers] = [asTextsByName(parseJson(row.files)), parseJson(row.papers)]
  return { id, kind: String(row.kind), files, papers, sha256: templateHash(files, papers) }
}

const asTextsByName = (files: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(asObject(files)).map(([name, text]) => [name, String(text)]))

/** `GET /template-samples/:kind`: the sample data of a kind, whose fields templates can show. */
export async function templateSample(request: Request, response: Response): Promise<void> {
  callerOf(request)
  const kind = String(request.params.kind)
  const sample = await sampleData(kind)
  if (!sample) throw NotFound(say('样例数据', 'Sample data'), kind.slice(0, 40))
  answer(response, 200, sample)
}
