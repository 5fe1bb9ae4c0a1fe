import { operator } from '../api/commands/withDatabase.js'
import type { Database } from '../api/db/database.js'
import type { Principal } from '../api/engine/access.js'
import { atDesk, type Desk, type House } from './house.js'

/** The demo sign-ins, one for each role and named like it. */
const PEOPLE = {
  admin: '陆明哲',
  clerk: '周晓芸',
  sales: '何俊涛',
  confirmer: '沈雅琴',
  finance: '唐慧敏',
  warehouse: '马国强',
  service: '苏婉婷',
  supervisor: '韩志远',
  auditor: '顾正清',
}
const PASSWORD = 'slipway-demo'

/** Makes the demo sign-ins: the operator makes the administrator, who makes the others. */
export async function hirePeople(house: House, ago: number): Promise<void> {
  const [admin, ...others] = Object.entries(PEOPLE)
  if (admin) await atDesk(house, operator, ago, (desk) => hire(house, desk, ...admin))
  await atDesk(house, 'admin', ago - 5, async (desk) => {
    for (const other of others) await hire(house, desk, ...other)
  })
}

async function hire(house: House, desk: Desk, username: string, name: string): Promise<void> {
  const body = { username, name, roles: [username], password: PASSWORD }
  const { id } = await desk.create('users', body)
  house.staff.set(...person(id, username, name))
}

/** The demo people that are in this database already, by sign-in; null unless all of them are. */
export async function presentPeople(db: Database): Promise<Map<string, Principal> | null> {
  const usernames = Object.keys(PEOPLE)
  const rows = await db.select(
    `SELECT id, username, name FROM users WHERE disabled = 0 AND username IN (${usernames.map(() => '?').join(', ')})`,
    usernames,
  )
  if (rows.length < usernames.length) return null
  return new Map(rows.map(({ id, username, name }) => person(Number(id), String(username), String(name))))
}

const person = (id: number, username: string, name: string): [string, Principal] => [
  username,
  { kind: 'user', id, username, name, roles: [username] },
]
