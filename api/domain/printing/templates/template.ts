import { boolean, choice, hash, integer, json, reference, text } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { everyone, nobody } from '../../access/roles.js'
import { setup } from '../../groups.js'
import { templateKinds } from '../documents/documentKinds.js'
import { nextEdition } from './publishEdition.js'
import { restoreTemplate } from './restoreTemplate.js'
import { checkTemplateFiles, templateHash } from './templateFiles.js'

/**
 * Immutable versions of templates; which one is used from now on, currentTemplate says. `files` maps names
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
    publishedBy: reference('users', { label: say('发布人', 'Published by'), readOnly: true, width: 100 }),
  },
  grid: ['kind', 'edition', 'name', 'builtIn', 'publishedBy', 'createdAt', 'sha256'],
  form: [['kind', 'name'], 'papers', 'files'],
  filters: ['kind'],
  sort: ['id', 'DESC'],
  uniqueTogether: [['kind', 'edition']],
  rights: { read: everyone, create: ['admin'], update: nobody, delete: nobody },
  actions: { restore: restoreTemplate },
  async prepare(context, values) {
    const { files, papers, kind } = values
    checkTemplateFiles(files, papers)
    return {
      ...values,
      edition: await nextEdition(context, String(kind)),
      sha256: templateHash(files, papers),
      publishedBy: context.who.kind === 'user' ? context.who.id : null,
    }
  },
})
