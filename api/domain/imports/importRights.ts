import type { Access } from '../../engine/access.js'
import { everyone } from '../access/roles.js'

const mine = { importedBy: ['$me'] } as const
const overseers = ['admin', 'supervisor', 'auditor']

/** An import is its maker's; those who oversee may look at all of them. */
export const readers: Access = Object.fromEntries(
  everyone.map((role) => [role, overseers.includes(role) ? true : mine]),
)

/** What is done with an import only its maker does: it acts with that person's rights. */
export const makers: Access = Object.fromEntries(everyone.map((role) => [role, mine]))
