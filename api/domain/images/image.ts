import { choice, hash, integer, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { everyone, nobody } from '../access/roles.js'
import { setup } from '../groups.js'

/** Who uploads, replaces and deletes pictures: those who make templates. */
export const imageKeepers: readonly string[] = ['admin']

/**
 * A picture for templates, which call it by its name: `{{image "stamp"}}`. Its bytes lie in the archive under their
 * hash and stay there: a document names the hashes of the day it was issued, so replacing a picture alters none.
 */
export const images = resource('images', {
  label: say('图片', 'Pictures'),
  comesFrom: say('上传一张图片，模板里就能用。', 'Upload a picture, and templates can use it.'),
  group: setup,
  icon: 'images',
  title: 'name',
  fields: {
    name: text({
      label: say('名称', 'Name'),
      required: true,
      unique: true,
      readOnly: true,
      max: 40,
      width: 160,
    }),
    type: choice({
      label: say('格式', 'Format'),
      required: true,
      readOnly: true,
      choices: { png: { label: say('PNG', 'PNG') }, jpeg: { label: say('JPEG', 'JPEG') } },
      width: 80,
    }),
    width: integer({ label: say('宽（像素）', 'Width (px)'), required: true, readOnly: true, width: 90 }),
    height: integer({ label: say('高（像素）', 'Height (px)'), required: true, readOnly: true, width: 90 }),
    size: integer({ label: say('字节', 'Bytes'), required: true, readOnly: true, width: 100 }),
    sha256: hash({ label: say('指纹', 'SHA-256'), required: true, width: 130 }),
  },
  grid: ['name', 'type', 'width', 'height', 'size', 'updatedAt', 'sha256'],
  form: ['name', ['type', 'width', 'height', 'size'], 'sha256'],
  sort: ['name', 'ASC'],
  search: { fields: ['name'], anywhere: true },
  rights: { read: everyone, create: nobody, update: nobody, delete: imageKeepers },
})
