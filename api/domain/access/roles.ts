import type { ChoiceValue } from '../../engine/fields/index.js'
import { say } from '../../engine/text.js'

/** The nine roles of the house, and the one of the print server's keys. */
export const staffRoles = {
  admin: { label: say('管理员', 'Administrator') },
  clerk: { label: say('打单员', 'Order clerk') },
  sales: { label: say('业务员', 'Sales') },
  confirmer: { label: say('订单确认', 'Confirmer') },
  finance: { label: say('财务', 'Finance') },
  warehouse: { label: say('仓库', 'Warehouse') },
  service: { label: say('客服', 'Customer service') },
  supervisor: { label: say('主管', 'Supervisor') },
  auditor: { label: say('审计', 'Auditor') },
} satisfies Record<string, ChoiceValue>

export type StaffRole = keyof typeof staffRoles

export const PRINT_SERVER = 'print-server'

export const keyRoles: Record<string, ChoiceValue> = {
  ...staffRoles,
  [PRINT_SERVER]: { label: say('打印服务', 'Print server') },
}

export const everyone: readonly string[] = Object.keys(staffRoles)
export const nobody: readonly string[] = []

export const everyoneBut = (...roles: StaffRole[]): string[] =>
  everyone.filter((role) => !roles.some((one) => one === role))
