import type { Database } from '../../db/database.js'
import type { Principal } from '../../engine/access.js'
import { problem } from '../../engine/problem.js'
import { Invalid } from '../../engine/problems.js'
import { write, type WriteBy } from '../../engine/unitOfWork.js'
import { verifyPassword } from './password.js'
import { openSession, type Session } from './sessions.js'
import { countTry, forgetTry } from './throttle.js'
import { asTexts, parseJson } from '../../engine/shapes.js'

export const WrongCredentials = problem('wrong_credentials', 401, () => ({
  zh: '登录名或密码不对。',
  en: 'The user name or password is not right.',
}))

export interface Opened {
  token: string
  csrfToken: string
  expiresAt: string
  user: Session['user']
}

const nobodyYet: Principal = { kind: 'system', id: null, username: 'sign-in', name: 'sign-in', roles: [] }

/** Checks the password and opens a fresh session. Failures are counted per account and per address. */
export async function signIn(
  by: Omit<WriteBy, 'who'>,
  body: { username?: unknown; password?: unknown },
  address: string,
): Promise<Opened> {
  const { username, password } = body
  if (typeof username !== 'string' || username.trim() === '' || /\p{Cc}/u.test(username))
    throw Invalid({ username: { zh: '请填写登录名。', en: 'Please enter your user name.' } })
  if (typeof password !== 'string' || password === '' || password.length > 200)
    throw Invalid({ password: { zh: '请填写密码。', en: 'Please enter your password.' } })
  const name = username.trim().slice(0, 40)
  await countTry(by.db, name, address)

  const row = await accountOf(by.db, name)
  if (!(await verifyPassword(row ? row.password : null, password)) || !row) {
    await write({ ...by, who: nobodyYet }, async ({ events }) => {
      events.push(signInEvent('sign-in-failed', row?.user.id ?? null, { username: name, address }))
    })
    throw WrongCredentials()
  }
  await forgetTry(by.db, name, address)
  return write({ ...by, who: row.user }, async (context) => {
    await context.db.execute(
      'UPDATE users SET lastSignInAt = ? WHERE id = ?',
      [context.now, row.user.id],
      context.tx,
    )
    context.events.push(signInEvent('sign-in', row.user.id, { address }))
    return { ...(await openSession(context, row.user.id, address)), user: row.user }
  })
}

const signInEvent = (action: string, userId: number | null, after: unknown) => ({
  action,
  resource: 'users',
  recordId: userId,
  version: null,
  before: null,
  after,
})

async function accountOf(
  db: Database,
  username: string,
): Promise<{ password: string; user: Session['user'] } | null> {
  const [row] = await db.select(
    'SELECT id, username, name, roles, password FROM users WHERE username = ? AND disabled = 0',
    [username],
  )
  if (!row) return null
  return {
    password: String(row.password),
    user: {
      kind: 'user',
      id: Number(row.id),
      username: String(row.username),
      name: String(row.name),
      roles: asTexts(parseJson(row.roles)),
    },
  }
}
