import { capabilitiesBody } from '../printers/capabilities.js'

const LOW =
  /^(toner|ink|media|developer|marker-(supply|toner|ink|developer|print-ribbon))-(low|empty|almost-empty)$|^marker-waste.*full$|^opc-(near-eol|life-over)$/
const MOST = 200

/** What runs out in a printer, by its own word: its reasons and the levels of its supplies. Null when all is well. */
export function suppliesLow(
  reasons: readonly string[],
  capabilities: unknown,
): { reasons: string[]; detail: string | null } | null {
  const told = reasons.filter((reason) => LOW.test(reason))
  const { data } = capabilitiesBody.safeParse(capabilities)
  const low = (data?.supplies ?? [])
    .filter(({ isLow }) => isLow)
    .map(({ name, level }) => (level === null ? name : `${name} ${Math.round(level)}%`))
  if (told.length === 0 && low.length === 0) return null
  return { reasons: told, detail: low.join('、').slice(0, MOST) || null }
}
