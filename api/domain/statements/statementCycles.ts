import { say } from '../../engine/text.js'

/** How often a customer gets a statement of account by itself, see R151. */
export const statementCycles = {
  month: { label: say('每月', 'Monthly') },
  quarter: { label: say('每季度', 'Quarterly') },
  asked: { label: say('按需', 'On request') },
} as const

/** The cycles that end with this month, such as 2026-03. Who gets statements on request gets none from a run. */
export const cyclesEndingWith = (month: string): (keyof typeof statementCycles)[] =>
  Number(month.slice(5)) % 3 === 0 ? ['month', 'quarter'] : ['month']
