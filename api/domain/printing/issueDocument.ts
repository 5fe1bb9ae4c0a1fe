import type { Context } from '../../engine/context.js'
import { Conflict } from '../../engine/problems.js'
import { findRecords, insertRecord, lockRecord } from '../../engine/records.js'
import type { Stored } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { documentCopies, documents } from '../refs.js'
import { contentHash } from './contentHash.js'
import { copiesFor, type CopyPlan } from './copiesFor.js'
import { currentTemplate } from './currentTemplate.js'
import { documentKinds, type DocumentKind } from './documentKinds.js'
import { freezeData } from './freezeData.js'
import { paperFor } from './paper.js'
import { printerFor } from './printerFor.js'
import { queueJob } from './queueJob.js'
import { supersedeDocument } from './supersedeDocument.js'
import { asObject } from '../../engine/shapes.js'

export interface Issue {
  kind: DocumentKind
  orderId: number
  shipment: (Stored & { id: number }) | null
  input: Stored
  /** Takes the number of a first revision. Called last: it locks its series until the commit. */
  takeNo: (kind: DocumentKind) => Promise<string>
}

/**
 * Issues a paper: freezes its data, makes its copies and one print job, all in the caller's transaction. Issuing
 * the same paper again makes its next revision under the same number; the former one is superseded.
 */
export async function issueDocument(context: Context, issue: Issue) {
  const { kind } = issue
  const template = await currentTemplate(context, kind)
  if (!template)
    throw Conflict(
      say(
        `没有「${documentKinds[kind].label.zh}」的模板。`,
        `There is no template for "${documentKinds[kind].label.en}".`,
      ),
    )
  const printer = await printerFor(context, issue)
  const { mode, copies: plan } = await copiesFor(context, kind, issue.input.copySetId)
  const former = await formerOf(context, kind, issue)
  if (former) await supersedeDocument(context, former)

  const revision = (former?.revision ?? 0) + 1
  const no = former?.no ?? (await issue.takeNo(kind))
  const data = await freezeData(context, {
    kind,
    no,
    revision,
    orderId: issue.orderId,
    shipment: issue.shipment,
  })
  const paper = paperFor(template.papers, printer.paper)
  const by = context.who.kind === 'user' ? context.who.id : null
  const document = await insertRecord(
    context,
    documents,
    {
      kind,
      no,
      revision,
      status: 'issued',
      orderId: issue.orderId,
      shipmentId: issue.shipment?.id ?? null,
      customerName: asObject(data.customer).name ?? null,
      templateId: template.id,
      paper,
      data,
      contentHash: contentHash(data, true),
      copyMode: mode,
      issuedAt: context.now,
      issuedBy: by,
    },
    'issue',
  )
  const copies = await insertCopies(context, document.id, data, plan)
  await queueJob(context, {
    title: `${documentKinds[kind].label.zh} ${no}${revision > 1 ? ` 第${revision}版` : ''}`,
    printer,
    documentId: document.id,
    copies,
    templateId: template.id,
    paper,
    purpose: 'first',
    expiresAt: issue.input.expiresAt ?? null,
  })
  return { resource: documents, id: document.id }
}

async function formerOf(context: Context, kind: DocumentKind, { orderId, shipment }: Issue) {
  const [former] = await findRecords(
    context,
    documents,
    { kind, orderId, shipmentId: shipment?.id ?? null, status: ['issued', 'superseded'] },
    { order: [['revision', 'DESC']], limit: 1 },
  )
  return former ? lockRecord(context, documents, former.id) : null
}

async function insertCopies(
  context: Context,
  documentId: number,
  data: Stored,
  plan: CopyPlan[],
): Promise<number[]> {
  const ids: number[] = []
  for (const { copyNo, name, color, receiver, showsPrice } of plan) {
    const copy = await insertRecord(context, documentCopies, {
      documentId,
      copyNo,
      name,
      color,
      receiver,
      showsPrice,
      contentHash: contentHash(data, showsPrice),
    })
    ids.push(copy.id)
  }
  return ids
}
