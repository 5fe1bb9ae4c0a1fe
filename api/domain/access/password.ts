import { hash, verify } from '@node-rs/argon2'
import type { Text2 } from '../../engine/text.js'

const SHORTEST = 10

export const hashPassword = (password: string): Promise<string> => hash(password)

/** What is wrong with a new password, or null. */
export function passwordFault(password: unknown): Text2 | null {
  return typeof password === 'string' && password.length >= SHORTEST && password.length <= 200
    ? null
    : { zh: `密码至少 ${SHORTEST} 个字符。`, en: `A password needs at least ${SHORTEST} characters.` }
}

// A hash of nothing in particular: an unknown name must take as long as a wrong password.
let decoy: Promise<string> | undefined

export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hash('no such account')
  const matches = await verify(stored ?? (await decoy), password)
  return stored !== null && matches
}
