import type { Action } from '../../engine/action.js'
import type { Context } from '../../engine/context.js'
import { json } from '../../engine/fields/index.js'
import { importColumns } from '../../engine/import/importable.js'
import type { FileColumn } from '../../engine/import/readHead.js'
import type { Mapping } from '../../engine/import/suggestMapping.js'
import { Invalid } from '../../engine/problems.js'
import { updateRecord } from '../../engine/records.js'
import { declared } from '../../engine/shapes.js'
import { say, type Text2 } from '../../engine/text.js'
import type { Import } from './import.js'
import { imports } from '../refs.js'
import { fileColumns, mappingOf } from './fileColumns.js'
import { makers } from './importRights.js'
import { allowedTarget } from './receiveFile.js'
import { rememberMapping } from './rememberedMapping.js'
import { storeErrors } from './storeErrors.js'

/** Takes the mapping and has every row of the file checked with it, in the background. Nothing is imported yet. */
export const checkImport: Action = {
  label: say('检查', 'Check'),
  allow: makers,
  tone: 'primary',
  input: {
    mapping: json({
      label: say('列的对应', 'Mapping'),
      help: say('文件的列 → 字段，如 {"A": "code"}。', 'Column of the file to field, such as {"A": "code"}.'),
      required: true,
    }),
  },
  async run(context, record, input) {
    const before = declared<Import>(record)
    const { entry, userId } = allowedTarget(context.catalog, before.target, context.who)
    const columns = fileColumns(before.columns)
    const mapping = mappingOf(input.mapping)
    const fault = mappingFault(context, entry.of.name, columns, mapping)
    if (fault) throw Invalid({ mapping: fault }, fault)
    await rememberMapping(context, userId, before.target, columns, mapping)
    await storeErrors(context, before.id, [])
    await updateRecord(
      context,
      imports,
      before,
      { mapping, status: 'checking', progress: 0, recordCount: null, errorCount: null, error: null },
      'check',
    )
    return { resource: imports, id: before.id }
  },
}

function mappingFault(
  { catalog, who }: Context,
  target: string,
  columns: readonly FileColumn[],
  mapping: Mapping,
): Text2 | null {
  const wanted = importColumns(catalog.get(target).of, who)
  for (const [letter, path] of Object.entries(mapping)) {
    if (!columns.some((column) => column.letter === letter))
      return say(`文件里没有 ${letter} 列。`, `The file has no column ${letter}.`)
    const field = wanted.find((one) => one.path === path)
    if (!field)
      return say(
        `没有「${path}」这个字段，或您不能填写它。`,
        `There is no field "${path}", or you may not write it.`,
      )
    const others = Object.keys(mapping).filter((one) => mapping[one] === path)
    if (others.length > 1)
      return say(
        `${others.join('、')} 列都对应到「${field.label.zh}」，请只留一列。`,
        `The columns ${others.join(', ')} all fill "${field.label.en}"; keep one of them.`,
      )
  }
  const missing = wanted.filter(({ required, path }) => required && !Object.values(mapping).includes(path))
  if (missing.length === 0) return null
  return say(
    `还有必填的字段没有对应的列：${missing.map(({ label }) => label.zh).join('、')}。`,
    `These fields must be filled and have no column yet: ${missing.map(({ label }) => label.en).join(', ')}.`,
  )
}
