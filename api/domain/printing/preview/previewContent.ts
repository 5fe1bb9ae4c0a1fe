import type { Database } from '../../../db/database.js'
import { Invalid } from '../../../engine/problems.js'
import { asObject, asObjects, parseJson } from '../../../engine/shapes.js'
import { say } from '../../../engine/text.js'
import { imagesNow } from '../../images/imagesNow.js'
import { copyColors, copyLabel } from '../copies/copyColors.js'
import { paperFor, type Paper } from '../templates/paper.js'
import { currentTemplate } from '../templates/currentTemplate.js'
import { documentContent } from './documentContent.js'
import { sampleData } from './sampleData.js'

export interface PreviewWish {
  kind: string
  /** An edition; without it, the current one of the kind. */
  templateId?: number
  /** Laid over the edition's files. */
  files?: Record<string, string>
  /** Of the template, where they are not the edition's. */
  papers?: unknown
  /** The template's first one when absent. */
  paper?: Paper
  /** Whose data and copies are shown; sample data when absent. */
  documentId?: number
  /** Only this copy; all when absent. */
  copyNo?: number
}

/** What a preview is drawn from, in the shape of a job's content. Refuses with the field what is not there. */
export async function previewContent(db: Database, wish: PreviewWish): Promise<object> {
  const edition = await editionOf(db, wish)
  const files = { ...asObject(edition?.files), ...wish.files }
  const paper = wish.paper ?? paperFor(wish.papers ?? edition?.papers, null)
  const shown = wish.documentId === undefined ? null : await documentContent(db, wish.documentId)
  if (wish.documentId !== undefined && !shown)
    throw Invalid({ documentId: say('没有这张单据。', 'There is no such document.') })
  const data = shown ? shown.data : await sampleOf(wish.kind)
  // What a document names stays what it was; a template under work may ask for more.
  const images = { ...(await imagesNow(db, files, data)), ...asObject(asObject(data).images) }
  const copies = shown ? shown.copies : proposedCopies(files['document.json'])
  return {
    template: {
      kind: wish.kind,
      version: edition?.edition ?? 0,
      sha256: '',
      paper,
      files,
    },
    data: { ...asObject(data), images },
    copies: wish.copyNo === undefined ? copies : copies.filter(({ copyNo }) => copyNo === wish.copyNo),
  }
}

/** The edition that the wish names, or the current one; null where files and paper stand for themselves. */
async function editionOf(db: Database, { kind, templateId, files, paper }: PreviewWish) {
  const edition =
    templateId === undefined ? await currentTemplate({ db }, kind) : await named(db, kind, templateId)
  if (!edition && (templateId !== undefined || !files || !paper))
    throw Invalid({ kind: say('没有这种单据的模板。', 'There is no template of this kind.') })
  return edition
}

async function named(db: Database, kind: string, id: number) {
  const [row] = await db.select('SELECT edition, files, papers FROM templates WHERE id = ? AND kind = ?', [
    id,
    kind,
  ])
  return row && { edition: Number(row.edition), files: parseJson(row.files), papers: parseJson(row.papers) }
}

async function sampleOf(kind: string) {
  const sample = await sampleData(kind)
  if (!sample)
    throw Invalid({ kind: say('这种单据没有样例数据。', 'There are no sample data of this kind.') })
  return sample
}

/** The copies that document.json proposes; none where it is broken, which the preview then shows by itself. */
function proposedCopies(documentJson: unknown) {
  const copies = asObjects(asObject(jsonOrNull(documentJson)).copies)
  return copies.map((copy, index) => {
    const color = String(copy.color)
    const named = Object.entries(copyColors).find(([, { label }]) => label.zh === color)?.[0] ?? color
    const one = {
      id: index + 1,
      copyNo: Number(copy.copyNo),
      name: String(copy.name),
      color: named,
    }
    return {
      ...one,
      receiver: String(copy.receiver ?? ''),
      showsPrice: copy.showsPrice === true,
      label: copyLabel(one),
    }
  })
}

function jsonOrNull(text: unknown): unknown {
  try {
    return parseJson(text)
  } catch {
    return null
  }
}
