import { boolean, choice, hash, integer, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { paper } from '../groups.js'
import { copyColors } from './copyColors.js'

/** One copy of an issued document. Within a content class (with or without prices) all content hashes are equal. */
export const documentCopies = resource('document-copies', {
  label: say('联次', 'Document copies'),
  group: paper,
  icon: 'copies',
  title: 'name',
  fields: {
    documentId: reference('documents', {
      label: say('单据', 'Document'),
      required: true,
      readOnly: true,
      index: true,
      width: 180,
    }),
    copyNo: integer({ label: say('联号', 'No.'), required: true, readOnly: true, width: 70 }),
    name: text({ label: say('名称', 'Name'), required: true, readOnly: true, max: 20, width: 110 }),
    color: choice({
      label: say('颜色', 'Colour'),
      required: true,
      readOnly: true,
      choices: copyColors,
      width: 80,
    }),
    receiver: text({ label: say('交给', 'Receiver'), readOnly: true, max: 40, width: 110 }),
    showsPrice: boolean({
      label: say('显示价格', 'Shows prices'),
      required: true,
      readOnly: true,
      width: 90,
    }),
    contentHash: hash({ label: say('内容指纹', 'Content hash'), required: true, width: 130 }),
  },
  grid: ['documentId', 'copyNo', 'name', 'color', 'receiver', 'showsPrice', 'contentHash'],
  form: [['documentId', 'copyNo', 'name', 'color'], ['receiver', 'showsPrice'], 'contentHash'],
  filters: ['documentId'],
  sort: ['id', 'DESC'],
  rights: { read: everyone, create: nobody, update: nobody, delete: nobody },
})
