import { boolean, choice, datetime, text } from '../../engine/fields/index.js'
import { Invalid } from '../../engine/problems.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { setup } from '../groups.js'
import { hashPassword, passwordFault } from './password.js'
import { everyone, nobody, staffRoles } from './roles.js'
import { revokeSessions } from './sessions.js'

const onlyAdmin = ['admin']

export const users = resource('users', {
  label: say('用户', 'Users'),
  group: setup,
  icon: 'users',
  title: 'name',
  fields: {
    username: text({
      label: say('登录名', 'User name'),
      required: true,
      unique: true,
      max: 40,
      readBy: onlyAdmin,
      width: 140,
    }),
    name: text({ label: say('姓名', 'Name'), required: true, max: 40, index: true, width: 140 }),
    roles: choice({
      label: say('角色', 'Roles'),
      required: true,
      many: true,
      choices: staffRoles,
      readBy: onlyAdmin,
    }),
    password: text({
      label: say('新密码', 'New password'),
      help: say('至少 10 个字符；留空则不改。', 'At least 10 characters; leave empty to keep it.'),
      secret: true,
    }),
    disabled: boolean({
      label: say('停用', 'Disabled'),
      required: true,
      default: false,
      readBy: onlyAdmin,
      width: 80,
    }),
    lastSignInAt: datetime({ label: say('最近登录', 'Last sign-in'), readOnly: true, readBy: onlyAdmin }),
  },
  grid: ['username', 'name', 'roles', 'disabled', 'lastSignInAt'],
  form: [['username', 'name'], 'roles', 'password', 'disabled'],
  filters: ['disabled'],
  sort: ['name', 'ASC'],
  search: { fields: ['name', 'username'], anywhere: true },
  rights: { read: everyone, create: onlyAdmin, update: onlyAdmin, delete: nobody },
  async prepare(context, values, before) {
    const { password, ...rest } = values
    if (!before || password != null) {
      const fault = passwordFault(password)
      if (fault) throw Invalid({ password: fault })
      rest.password = await hashPassword(String(password))
    }
    const isMe = before !== null && context.who.kind === 'user' && before.id === context.who.id
    if (isMe && (rest.disabled === true || (Array.isArray(rest.roles) && !rest.roles.includes('admin'))))
      throw Invalid({
        roles: say(
          '不能停用自己，也不能去掉自己的管理员角色。',
          'You cannot disable yourself or drop your own administrator role.',
        ),
      })
    return rest
  },
  async afterWrite(context, record, before) {
    if (before && (record.disabled || record.password !== before.password))
      await revokeSessions(context, Number(record.id))
  },
})
