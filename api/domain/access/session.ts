import { datetime, reference, text } from '../../engine/fields/index.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { setup } from '../groups.js'
import { nobody } from './roles.js'
import { revokeSession } from './revokeSession.js'

/** Who is signed in, from where. The token is not here; it is stored nowhere but as a hash. */
export const sessions = resource('sessions', {
  label: say('登录会话', 'Sessions'),
  comesFrom: say('有人登录时就有会话。', 'There is one while somebody is signed in.'),
  group: setup,
  icon: 'sessions',
  title: 'id',
  fields: {
    userId: reference('users', {
      label: say('用户', 'User'),
      required: true,
      readOnly: true,
      width: 160,
    }),
    address: text({ label: say('地址', 'Address'), readOnly: true, max: 60, width: 160 }),
    lastSeenAt: datetime({
      label: say('最近使用', 'Last seen'),
      required: true,
      readOnly: true,
      index: true,
      width: 140,
    }),
    expiresAt: datetime({
      label: say('到期时间', 'Expires at'),
      required: true,
      readOnly: true,
      index: true,
      width: 140,
    }),
  },
  grid: ['userId', 'address', 'createdAt', 'lastSeenAt', 'expiresAt'],
  form: [
    ['userId', 'address'],
    ['lastSeenAt', 'expiresAt'],
  ],
  filters: ['userId'],
  sort: ['lastSeenAt', 'DESC'],
  rights: { read: ['admin'], create: nobody, update: nobody, delete: nobody },
  actions: { revoke: revokeSession },
})
