import { Invalid } from '../../engine/problems.js'
import { write, type WriteBy } from '../../engine/unitOfWork.js'
import { hashPassword, passwordFault, verifyPassword } from './password.js'
import { revokeSessions } from './sessions.js'

/** Sets the signed-in person's own password; every other session of theirs ends. */
export async function changePassword(
  by: WriteBy,
  sessionId: number,
  body: { current?: unknown; next?: unknown },
): Promise<void> {
  const fault = passwordFault(body.next)
  if (fault) throw Invalid({ next: fault })
  const [row] = await by.db.select('SELECT password FROM users WHERE id = ?', [by.who.id])
  if (!row || !(await verifyPassword(String(row.password), String(body.current ?? ''))))
    throw Invalid({ current: { zh: '现在的密码不对。', en: 'The current password is not right.' } })
  const password = await hashPassword(String(body.next))
  await write(by, async (context) => {
    const id = Number(by.who.id)
    await context.db.execute(
      'UPDATE users SET password = ?, version = version + 1 WHERE id = ?',
      [password, id],
      context.tx,
    )
    await revokeSessions(context, id, sessionId)
    context.events.push({
      action: 'change-password',
      resource: 'users',
      recordId: id,
      version: null,
      before: null,
      after: null,
    })
  })
}
