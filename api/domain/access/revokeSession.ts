import type { Action } from '../../engine/action.js'
import { say } from '../../engine/text.js'
import { users } from '../refs.js'

/** Signs a person out on one device: the next request needs a new sign-in, an open console closes within seconds. */
export const revokeSession: Action = {
  label: say('强制退出', 'Revoke'),
  icon: 'signOut',
  tone: 'danger',
  allow: ['admin'],
  bulk: true,
  confirm: say(
    '该设备将立即退出登录，未保存的内容会丢失。',
    'That device is signed out at once; what is not saved there is lost.',
  ),
  answers: 'users',
  async run({ db, tx, events }, session) {
    const userId = Number(session.userId)
    await db.execute('DELETE FROM sessions WHERE id = ?', [session.id], tx)
    const { address } = session
    events.push({
      action: 'revoke',
      resource: 'sessions',
      recordId: session.id,
      version: null,
      before: { userId, address },
      after: null,
    })
    return { resource: users, id: userId }
  },
}
