import { randomBytes } from 'node:crypto'
import type { Database, Row } from '../../db/database.js'
import type { Principal } from '../../engine/access.js'
import { sha256 } from '../../engine/canonical.js'
import { boolean, choice, hash, text } from '../../engine/fields/index.js'
import { kept } from '../../engine/kept.js'
import { resource } from '../../engine/resource.js'
import { say } from '../../engine/text.js'
import { setup } from '../groups.js'
import { keyRoles } from './roles.js'
import { asTexts, parseJson } from '../../engine/shapes.js'

const onlyAdmin = ['admin']

/** Keys for machines. The token is told once, when the key is made; only its hash is stored. */
export const apiKeys = resource('api-keys', {
  label: say('接口密钥', 'API keys'),
  group: setup,
  icon: 'key',
  title: 'name',
  fields: {
    name: text({ label: say('名称', 'Name'), required: true, unique: true, max: 60 }),
    roles: choice({ label: say('角色', 'Roles'), required: true, many: true, choices: keyRoles }),
    site: text({
      label: say('站点', 'Site'),
      help: say(
        '打印服务的密钥只能领取本站点打印机的任务。',
        'A print server key claims only the jobs of this site.',
      ),
      max: 40,
    }),
    disabled: boolean({ label: say('停用', 'Revoked'), required: true, default: false, width: 80 }),
    tokenHash: hash({ label: say('密钥指纹', 'Token hash'), unique: true }),
  },
  grid: ['name', 'roles', 'site', 'disabled', 'createdAt'],
  form: [['name', 'site'], 'roles', 'disabled'],
  sort: ['name', 'ASC'],
  rights: { read: onlyAdmin, create: onlyAdmin, update: onlyAdmin, delete: onlyAdmin },
  revealsSecret: true,
  async prepare(context, values, before) {
    if (before) return values
    const token = `sk_${randomBytes(32).toString('base64url')}`
    context.reveal.token = token
    return { ...values, tokenHash: sha256(token) }
  },
})

const keys = kept(['api-keys'], (db) => read(db, '1 = 1'))

/**
 * The machine that a key stands for, or null when the key is unknown or revoked: here from that commit on, at other
 * replicas within two seconds. Print servers call several times for every paper.
 */
export async function keyOf(db: Database, token: string): Promise<Principal | null> {
  const hashed = sha256(token)
  const known = (await keys({ db })).get(hashed)
  // Another replica may have made it a moment ago.
  const key = known ?? (await read(db, 'tokenHash = ?', hashed)).get(hashed)
  return key && !key.disabled ? key.who : null
}

async function read(db: Database, where: string, ...values: string[]) {
  const rows = await db.select(
    `SELECT id, name, roles, site, disabled, tokenHash FROM api_keys WHERE ${where}`,
    values,
  )
  return new Map(rows.map((row) => [String(row.tokenHash), machineOf(row)]))
}

const machineOf = (row: Row): { disabled: boolean; who: Principal } => ({
  disabled: Boolean(Number(row.disabled)),
  who: {
    kind: 'key',
    id: Number(row.id),
    username: `key:${String(row.name)}`,
    name: String(row.name),
    roles: asTexts(parseJson(row.roles)),
    site: row.site === null ? null : String(row.site),
  },
})
