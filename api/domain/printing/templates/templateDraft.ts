import { choice, hash, json, reference } from '../../../engine/fields/index.js'
import { resource } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'
import { setup } from '../../groups.js'
import { templateKinds } from '../documents/documentKinds.js'
import { publishDraft } from './publishDraft.js'
import { checkTemplateFiles } from './templateFiles.js'

/** A template under work: saved as often as one likes, used for nothing until it is published. */
export const templateDrafts = resource('template-drafts', {
  label: say('模板草稿', 'Template drafts'),
  group: setup,
  icon: 'templates',
  title: 'kind',
  fields: {
    kind: choice({
      label: say('单据', 'Kind'),
      required: true,
      fixed: true,
      index: true,
      choices: templateKinds,
      width: 120,
    }),
    baseId: reference('templates', {
      label: say('从哪一版改', 'Began from'),
      required: true,
      width: 160,
    }),
    files: json({ label: say('文件', 'Files'), required: true }),
    papers: json({ label: say('纸张', 'Papers'), required: true }),
    drawnSha256: hash({
      label: say('预览成功的内容', 'Drawn content'),
      help: say(
        '最近一次预览成功时的指纹；与内容一致才能发布。',
        'Of what was last drawn; only that can be published.',
      ),
      width: 130,
    }),
  },
  grid: ['kind', 'baseId', 'updatedAt'],
  form: [['kind', 'baseId'], 'papers', 'files'],
  sort: ['id', 'DESC'],
  rights: { read: ['admin'], create: ['admin'], update: ['admin'], delete: ['admin'] },
  actions: { publish: publishDraft },
  async prepare(_context, values, before) {
    const { files, papers } = { ...before, ...values }
    checkTemplateFiles(files, papers)
    return values
  },
})
