import { boolean, choice, hash, integer, json, text } from '../../engine/fields/index.js'
import { canonicalJson, sha256 } from '../../engine/canonical.js'
import { Invalid } from '../../engine/problems.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { setup } from '../groups.js'
import { templateKinds } from './documentKinds.js'
import { isPaper } from './paper.js'
import { asObject } from '../../engine/shapes.js'

/**
 * Immutable versions of templates; the newest of a kind is used for what is issued from now on. `files` maps names
 * (`template.hbs`, `style.css`, `partials/head.hbs`) to their text; `papers` are the sizes it is made for, the
 * default first.
 */
export const templates = resource('templates', {
  label: say('单据模板', 'Templates'),
  group: setup,
  icon: 'templates',
  title: 'name',
  fields: {
    kind: choice({
      label: say('单据', 'Kind'),
      required: true,
      fixed: true,
      choices: templateKinds,
      index: true,
      width: 110,
    }),
    edition: integer({ label: say('版本', 'Edition'), required: true, readOnly: true, width: 80 }),
    name: text({ label: say('名称', 'Name'), required: true, max: 80, width: 200 }),
    builtIn: boolean({
      label: say('内置', 'Built in'),
      required: true,
      readOnly: true,
      default: false,
      width: 80,
    }),
    files: json({ label: say('文件', 'Files'), required: true }),
    papers: json({ label: say('纸张', 'Papers'), required: true }),
    sha256: hash({ label: say('指纹', 'SHA-256'), required: true, width: 130 }),
  },
  grid: ['kind', 'edition', 'name', 'builtIn', 'sha256', 'createdAt'],
  form: [['kind', 'name'], 'papers', 'files'],
  filters: ['kind'],
  sort: ['id', 'DESC'],
  uniqueTogether: [['kind', 'edition']],
  rights: { read: everyone, create: ['admin'], update: nobody, delete: nobody },
  async prepare({ db, tx }, values) {
    const { files, papers, kind } = values
    if (typeof asObject(files)['template.hbs'] !== 'string')
      throw Invalid({ files: say('文件中要有 template.hbs。', 'The files must hold a template.hbs.') })
    if (!Object.values(asObject(files)).every((one) => typeof one === 'string'))
      throw Invalid({ files: say('每个文件都应是文字。', 'Every file must be text.') })
    if (!Array.isArray(papers) || papers.length === 0 || !papers.every(isPaper))
      throw Invalid({
        papers: say(
          '至少要有一种纸张,含 name、widthMm、heightMm。',
          'At least one paper with name, widthMm and heightMm.',
        ),
      })
    const [row] = await db.select(
      'SELECT MAX(edition) AS newest FROM templates WHERE kind = ?',
      [String(kind)],
      tx,
    )
    return {
      ...values,
      edition: Number(row?.newest ?? 0) + 1,
      sha256: sha256(canonicalJson({ files, papers })),
    }
  },
})
