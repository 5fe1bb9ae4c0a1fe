import type { Context } from '../../../engine/context.js'
import { Conflict, Invalid } from '../../../engine/problems.js'
import type { Stored } from '../../../engine/resource.js'
import { say } from '../../../engine/text.js'

const scopeOf = ({ kind, warehouseId, copyNo }: Stored): string =>
  [kind, warehouseId ?? '*', copyNo ?? '*'].map(String).join(' ')

/** Refuses a rule that says nothing, that contradicts itself, or that another one of the same scope contradicts. */
export async function checkRule({ db, tx }: Context, values: Stored, before: Stored | null): Promise<Stored> {
  const rule: Stored = { ...before, ...values }
  if (rule.printerId == null && rule.copySetId == null)
    throw Invalid({
      printerId: say(
        '请选择打印机或联次设置，否则规则没有作用。',
        'Choose a printer or a copy set, else the rule does nothing.',
      ),
    })
  if (rule.tray != null && rule.printerId == null)
    throw Invalid({
      tray: say('纸盒属于某台打印机，请同时选择打印机。', 'A tray belongs to a printer; choose that too.'),
    })
  if (rule.copySetId != null && rule.copyNo != null)
    throw Invalid({
      copySetId: say(
        '联次设置决定有哪些联，不能只给其中一联，请清空联号。',
        'A copy set says which copies there are; leave the copy number empty.',
      ),
    })
  if (rule.copySetId != null) {
    const [set] = await db.select('SELECT kind FROM copy_sets WHERE id = ?', [Number(rule.copySetId)], tx)
    if (set?.kind !== rule.kind)
      throw Invalid({ copySetId: say('这个联次设置是另一种单据的。', 'This copy set is for another paper.') })
  }
  const scope = scopeOf(rule)
  const [tie] = await db.select(
    'SELECT id FROM print_rules WHERE scope = ? AND id <> ?',
    [scope, Number(before?.id ?? 0)],
    tx,
  )
  if (tie)
    throw Conflict(
      say(
        `规则 #${String(tie.id)} 的单据、仓库和联号与此完全相同，不知该听哪一条；请修改那一条。`,
        `Rule #${String(tie.id)} has the same paper, warehouse and copy, so neither would win; change that one.`,
      ),
    )
  return { ...values, scope }
}
