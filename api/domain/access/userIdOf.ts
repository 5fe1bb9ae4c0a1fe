import type { Context } from '../../engine/context.js'

/** The person who does it; null for a machine's key, whose ids are of another table. */
export const userIdOf = ({ who }: Context): number | null => (who.kind === 'user' ? who.id : null)
