import type { Context } from '../../../engine/context.js'
import { Conflict } from '../../../engine/problems.js'
import { insertRecord } from '../../../engine/records.js'
import { say } from '../../../engine/text.js'
import { templates } from '../../refs.js'
import { currentTemplate } from './currentTemplate.js'
import { checkTemplateFiles, templateHash } from './templateFiles.js'

interface Edition {
  kind: string
  /** What people called it. */
  name: string
  files: unknown
  papers: unknown
}

/** Makes the next edition of a kind, which is used for everything that is issued from now on; answers it. */
export async function publishEdition(context: Context, edition: Edition, audited: string) {
  checkTemplateFiles(edition.files, edition.papers)
  const sha256 = templateHash(edition.files, edition.papers)
  const current = await currentTemplate(context, edition.kind)
  if (current?.sha256 === sha256)
    throw Conflict(
      say(
        '与当前版本完全一样，不用再发布。',
        'This is the same as the current edition; nothing is to be published.',
      ),
    )
  return insertRecord(
    context,
    templates,
    {
      ...edition,
      edition: await nextEdition(context, edition.kind),
      builtIn: false,
      sha256,
      publishedBy: context.who.kind === 'user' ? context.who.id : null,
    },
    audited,
  )
}

export async function nextEdition({ db, tx }: Context, kind: string): Promise<number> {
  const [row] = await db.select('SELECT MAX(edition) AS newest FROM templates WHERE kind = ?', [kind], tx)
  return Number(row?.newest ?? 0) + 1
}
