import { removeFiles } from '../../db/files.js'
import type { Action } from '../../engine/action.js'
import { updateRecord } from '../../engine/records.js'
import { say } from '../../engine/text.js'
import { monthExports } from '../refs.js'
import { fileOwner } from './fileOwner.js'

/** Frees the space of a ZIP; that it was made, and its hashes, stay on record. It can be made again at any time. */
export const discardExport: Action = {
  label: say('清除文件', 'Discard the file'),
  icon: 'cancel',
  tone: 'danger',
  allow: ['auditor', 'supervisor', 'admin'],
  when: { status: ['ready'] },
  confirm: say(
    '文件将被清除，记录和指纹保留；需要时可以重新制作。',
    'The file goes, its record and hashes stay; it can be made again.',
  ),
  async run(context, record) {
    await removeFiles(context.db, fileOwner(record.id), context.tx)
    const before = { ...record, version: Number(record.version) }
    await updateRecord(context, monthExports, before, { status: 'discarded', fileId: null }, 'discard')
    return { resource: monthExports, id: record.id }
  },
}
