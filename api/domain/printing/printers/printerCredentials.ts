import { X509Certificate } from 'node:crypto'
import type { Database } from '../../../db/database.js'
import { json, longtext, text } from '../../../engine/fields/index.js'
import type { FieldErrors } from '../../../engine/problem.js'
import { Conflict, Invalid } from '../../../engine/problems.js'
import type { Stored } from '../../../engine/resource.js'
import { asObject } from '../../../engine/shapes.js'
import { say } from '../../../engine/text.js'

const MOST_PASSWORD = 100
const ADMIN = ['admin']

/** How a printer is signed in to and recognized. The password is stored sealed and told to its print servers only. */
export const credentialFields = {
  username: text({
    label: say('登录名', 'User name'),
    help: say(
      '打印机要求登录时填写；清空登录名，密码也一并删去。',
      'Where the printer asks for a sign-in. Emptying it removes the password too.',
    ),
    max: 100,
    readBy: ADMIN,
  }),
  password: text({
    label: say('密码', 'Password'),
    help: say(
      '加密保存，不再显示；留空则不改。',
      'Stored encrypted and never shown; leave empty to keep it.',
    ),
    max: 600,
    secret: true,
  }),
  tlsPin: text({
    label: say('信任的证书指纹', 'Trusted certificate'),
    help: say(
      'ipps 打印机自签证书的 SHA-256；也可在打印机页面点「信任此证书」。',
      'SHA-256 of the certificate that an ipps printer signed itself; its page offers to trust the one it shows.',
    ),
    max: 100,
    readBy: ADMIN,
  }),
  tlsCa: longtext({
    label: say('签发机构证书', 'Authority'),
    help: say(
      '签发打印机证书的机构的证书，PEM 格式。',
      "Certificate of the authority that signed the printer's one, as PEM.",
    ),
    max: 20_000,
    readBy: ADMIN,
  }),
  certificate: json({ label: say('待信任的证书', 'Certificate not trusted'), readOnly: true }),
}

const OWN_FIELDS = ['username', 'password', 'tlsPin', 'tlsCa']

/** Checks what was typed, seals the password and answers what is to be stored. */
export function prepareCredentials(db: Database, values: Stored, before: Stored | null): Stored {
  const errors: FieldErrors = {}
  const { password, ...rest } = values
  if (typeof rest.tlsPin === 'string') {
    rest.tlsPin = rest.tlsPin.replaceAll(/[:\s]/g, '').toLowerCase()
    if (!/^[0-9a-f]{64}$/.test(String(rest.tlsPin)))
      errors.tlsPin = say('指纹应是 64 位十六进制数字。', 'A fingerprint has 64 hex digits.')
  }
  if (typeof rest.tlsCa === 'string' && !isCertificate(rest.tlsCa))
    errors.tlsCa = say(
      '应是 PEM 格式的证书，以 -----BEGIN CERTIFICATE----- 开头。',
      'It must be a certificate in PEM, beginning with -----BEGIN CERTIFICATE-----.',
    )
  const stray = Object.keys(asObject(rest.options)).filter((name) => OWN_FIELDS.includes(name))
  if (stray.length > 0)
    errors.options = say(
      `${stray.join('、')} 请填在各自的栏目里，不要写进高级选项。`,
      `Put ${stray.join(', ')} into the fields of that name, not into the options.`,
    )
  if (typeof password === 'string' && password.length > MOST_PASSWORD)
    errors.password = say(`最多 ${MOST_PASSWORD} 个字。`, `At most ${MOST_PASSWORD} characters.`)
  if (Object.keys(errors).length > 0) throw Invalid(errors)
  const username = rest.username === undefined ? before?.username : rest.username
  if (username == null && before?.password != null) rest.password = null
  else if (typeof password === 'string') rest.password = seal(db, password)
  return rest
}

function seal({ secrets }: Database, password: string): string {
  if (secrets) return secrets.seal(password)
  throw Conflict(
    say(
      '没有设置 SECRET_KEY，密码无法加密保存；请先在服务器的环境变量里设置它。',
      'SECRET_KEY is not set, so the password cannot be stored encrypted. Set it in the environment of the server first.',
    ),
  )
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).fingerprint256 !== ''
  } catch {
    return false
  }
}

/** What a print server signs in and checks the printer with. A password that another key sealed is left out. */
export function credentialsOf({ secrets }: Database, row: Stored) {
  const textOf = (value: unknown) => (value == null ? undefined : String(value))
  const sealed = textOf(row.password)
  return {
    username: textOf(row.username),
    password: sealed === undefined ? undefined : (secrets?.open(sealed) ?? undefined),
    tlsPin: textOf(row.tlsPin),
    tlsCa: textOf(row.tlsCa),
  }
}
