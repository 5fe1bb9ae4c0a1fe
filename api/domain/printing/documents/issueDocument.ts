import type { Answer } from '../../../engine/action.js'
import type { Context } from '../../../engine/context.js'
import { Conflict } from '../../../engine/problems.js'
import { findRecords, insertRecord, lockRecord } from '../../../engine/records.js'
import type { Stored } from '../../../engine/resource.js'
import { asObject } from '../../../engine/shapes.js'
import { say } from '../../../engine/text.js'
import { documents } from '../../refs.js'
import { pinImages } from '../../images/imagesNow.js'
import { isByCopy } from '../batches/isByCopy.js'
import { contentHash } from './contentHash.js'
import { copiesFor } from '../copies/copiesFor.js'
import { currentTemplate } from '../templates/currentTemplate.js'
import { documentKinds, type DocumentKind } from './documentKinds.js'
import { makeCopies } from '../copies/makeCopies.js'
import { paperFor } from '../templates/paper.js'
import { planPasses } from '../rules/planPasses.js'
import { queuePasses } from '../rules/queuePasses.js'
import { rulesFor } from '../rules/rulesFor.js'
import { supersedeDocument } from './supersedeDocument.js'

export interface Issue {
  kind: DocumentKind
  /** The record that the paper is about: a kind has one valid paper for each. */
  subject: { name: string; id: number }
  /** The order and the shipment that it belongs to, where there are such. */
  orderId?: number | null
  shipmentId?: number | null
  /** Whose paper it is, where it belongs to no order. */
  customerId?: number
  /** Whose rules and printer serve when nothing else is chosen; null: those of the default warehouse. */
  warehouseId: number | null
  /** What the person chose: see `issueInput`. */
  input: Stored
  /**
   * Everything that the template shows beside the company and the document's own head, as plain data: complete, so
   * that no later change alters a paper that was issued. Its shape is the `sample.json` of the template; a
   * `customer.name` in it is whom the paper is for.
   */
  freeze: () => Promise<Stored>
  /** Takes the number of a first revision. Called last: it locks its series until the commit. */
  takeNo: () => Promise<string>
}

/**
 * Issues a paper: freezes its data, makes its copies and a print job for each printer that shares them, all in the caller's transaction. Issuing
 * the same paper again makes its next revision under the same number; the former one is superseded.
 */
export async function issueDocument(context: Context, issue: Issue): Promise<Answer> {
  const { kind, subject } = issue
  const label = documentKinds[kind].label
  const template = await currentTemplate(context, kind)
  if (!template) throw Conflict(say(`没有「${label.zh}」的模板。`, `There is no template for "${label.en}".`))
  const { input, warehouseId } = issue
  const rules = await rulesFor(context, kind, warehouseId)
  const chosenSet = input.copySetId ?? rules.copySetId
  const {
    mode,
    collation,
    scanBeforeDispatch,
    checkBeforePrint,
    copies: plan,
  } = await copiesFor(context, kind, chosenSet)
  const byCopy = await isByCopy(context, { mode, collation })
  const passes = await planPasses(context, { input, warehouseId, mode, plan, rules, byCopy })
  const former = await formerOf(context, issue)
  if (former) await supersedeDocument(context, former)

  const company = await companyNow(context)
  const content = await issue.freeze()
  const images = await pinImages(context.db, template.files, content, context.tx)
  const no = former?.no ?? (await issue.takeNo())
  const revision = (await lastRevision(context, kind, no)) + 1
  const head = { kind, title: label.zh, no, revision, issuedAt: context.now, issuedBy: context.who.name }
  const data = { ...content, company, document: head, ...(Object.keys(images).length > 0 && { images }) }
  const paper = paperFor(template.papers, passes[0]?.printer.paper ?? null)
  const document = await insertRecord(
    context,
    documents,
    {
      kind,
      no,
      revision,
      status: 'issued',
      subject: subject.name,
      subjectId: subject.id,
      orderId: issue.orderId ?? null,
      shipmentId: issue.shipmentId ?? null,
      customerId: issue.customerId ?? (await customerOf(context, issue.orderId)),
      customerName: asObject(content.customer).name ?? null,
      templateId: template.id,
      paper,
      data,
      contentHash: contentHash(data, true),
      copyMode: mode,
      scanBeforeDispatch,
      checkBeforePrint,
      issuedAt: context.now,
      issuedBy: context.who.kind === 'user' ? context.who.id : null,
    },
    'issue',
  )
  const copies = await makeCopies(context, document, data, plan)
  await queuePasses(context, passes, copies, plan, {
    title: `${label.zh} ${no}${revision > 1 ? ` 第${revision}版` : ''}`,
    documentId: document.id,
    templateId: template.id,
    paper,
    purpose: 'first',
    needsCheck: checkBeforePrint,
    expiresAt: input.expiresAt ?? null,
  })
  return { resource: documents, id: document.id }
}

async function customerOf({ db, tx }: Context, orderId: number | null | undefined): Promise<number | null> {
  if (orderId == null) return null
  const [order] = await db.select('SELECT customerId FROM orders WHERE id = ?', [orderId], tx)
  return order ? Number(order.customerId) : null
}

async function formerOf(context: Context, { kind, subject }: Issue) {
  const [former] = await findRecords(
    context,
    documents,
    { kind, subject: subject.name, subjectId: subject.id, status: ['issued', 'superseded'] },
    { order: ['revision', 'DESC'], limit: 1 },
  )
  return former ? lockRecord(context, documents, former.id) : null
}

/** Counted by the number, since a carrier's number may have been used, left and taken again. */
async function lastRevision({ db, tx }: Context, kind: DocumentKind, no: string): Promise<number> {
  const [row] = await db.select(
    'SELECT MAX(revision) AS last FROM documents WHERE kind = ? AND no = ?',
    [kind, no],
    tx,
  )
  return Number(row?.last ?? 0)
}

async function companyNow({ db, tx }: Context): Promise<Stored> {
  const [company] = await db.select(
    'SELECT name, taxNo, phone, address, bank, logo FROM company_profile',
    [],
    tx,
  )
  return { name: '', taxNo: null, phone: null, address: null, bank: null, logo: null, ...company }
}
