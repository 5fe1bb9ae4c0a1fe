import {
  choice,
  datetime,
  hash,
  integer,
  json,
  reference,
  sentence,
  text,
} from '../../engine/fields/index.js'
import { importLabel } from '../../engine/import/importable.js'
import { resource, type AnyResource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { nobody } from '../access/roles.js'
import { setup } from '../groups.js'
import { checkImport } from './checkImport.js'
import { importLifecycle } from './importLifecycle.js'
import { readers } from './importRights.js'
import { runImport } from './runImport.js'
import { undoImport } from './undoImport.js'

const count = (zh: string, en: string, width = 90) =>
  integer({ label: say(zh, en), readOnly: true, min: 0, width })

/** A file that somebody brings in, from its upload to what became of it. It is made by uploading the file. */
export const importDeclaration = (recordTypes: readonly AnyResource[]) =>
  resource('imports', {
    label: say('导入', 'Imports'),
    comesFrom: say('选一个表格文件，就开始一次导入。', 'Choose a spreadsheet to begin an import.'),
    group: setup,
    icon: 'import',
    title: 'fileName',
    fields: {
      target: choice({
        label: say('内容', 'Content'),
        required: true,
        readOnly: true,
        width: 110,
        choices: Object.fromEntries(
          recordTypes.filter((of) => of.importable).map((of) => [of.name, { label: importLabel(of) }]),
        ),
      }),
      fileName: text({ label: say('文件', 'File'), required: true, readOnly: true, width: 220 }),
      status: choice({
        label: say('状态', 'Status'),
        required: true,
        readOnly: true,
        index: true,
        width: 100,
        choices: importLifecycle.states,
      }),
      progress: integer({
        label: say('进度 %', 'Progress %'),
        required: true,
        readOnly: true,
        min: 0,
        max: 100,
        width: 80,
      }),
      rowCount: integer({ label: say('行数', 'Rows'), required: true, readOnly: true, width: 80 }),
      recordCount: count('记录数', 'Records'),
      errorCount: count('错误数', 'Errors'),
      format: choice({
        label: say('格式', 'Format'),
        required: true,
        readOnly: true,
        width: 70,
        choices: { csv: { label: say('CSV', 'CSV') }, xlsx: { label: say('XLSX', 'XLSX') } },
      }),
      encoding: text({ label: say('编码', 'Encoding'), readOnly: true, max: 40, width: 90 }),
      size: integer({ label: say('字节', 'Bytes'), required: true, readOnly: true, width: 90 }),
      sha256: hash({ label: say('文件指纹', 'SHA-256 of the file'), required: true, width: 140 }),
      headRow: integer({
        label: say('表头行', 'Row of the heads'),
        required: true,
        readOnly: true,
        width: 80,
      }),
      columns: json({ label: say('文件的列', 'Columns of the file'), readOnly: true }),
      mapping: json({ label: say('列的对应', 'Mapping'), readOnly: true }),
      error: sentence({ label: say('原因', 'Reason'), width: 260 }),
      importedBy: reference('users', {
        label: say('导入人', 'By'),
        required: true,
        readOnly: true,
        index: true,
        width: 110,
      }),
      checkedAt: datetime({ label: say('检查时间', 'Checked at'), readOnly: true, width: 130 }),
      importedAt: datetime({ label: say('导入时间', 'Imported at'), readOnly: true, width: 130 }),
      undoneAt: datetime({ label: say('撤销时间', 'Undone at'), readOnly: true, width: 130 }),
      fileId: integer({ label: say('文件号', 'Number of the file'), readOnly: true }),
    },
    grid: [
      'fileName',
      'target',
      'status',
      'rowCount',
      'recordCount',
      'errorCount',
      'importedBy',
      'createdAt',
    ],
    form: [
      ['target', 'fileName'],
      ['status', 'progress'],
      ['rowCount', 'recordCount', 'errorCount'],
      'error',
    ],
    filters: ['target', 'status', 'importedBy', 'createdAt'],
    sort: ['id', 'DESC'],
    rights: { read: readers, create: nobody, update: nobody, delete: nobody },
    lifecycle: importLifecycle,
    actions: { check: checkImport, run: runImport, undo: undoImport },
  })
