import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from '@jest/globals'
import { openDatabase } from '../../api/db/database.js'
import { migrate } from '../../api/db/migrate.js'
import { writeBackup } from '../../api/domain/backup/writeBackup.js'
import { at } from '../support/at.js'
import { eachDatabase } from '../support/eachDatabase.js'
import { freshMysqlUrl } from '../support/freshMysqlUrl.js'
import { openPrintShop } from '../support/printShop.js'

const SECRET = 'geheim-打印-7'
const folder = mkdtempSync(path.join(tmpdir(), 'slipway-credentials-'))

eachDatabase((house, database) => {
  const admin = () => house().as('admin')
  const shop = (fields = {}) => openPrintShop(house(), { username: 'office', password: SECRET, ...fields })
  const toldOf = async ({ server }: Awaited<ReturnType<typeof shop>>) =>
    at((await server.due()).body, 'printers.0.credentials')

  describe('the password of a printer', () => {
    it('is told to its print server, and to nobody else', async () => {
      const opened = await shop()
      expect(await toldOf(opened)).toEqual({ username: 'office', password: SECRET })
      const { id } = opened.printer
      const seen = [
        (await admin().get(`/printers/${id}`)).text,
        (await admin().get('/printers')).text,
        (await admin().get('/printers/export?format=csv')).text,
        (await admin().get('/audit-events?range=[0,199]')).text,
        JSON.stringify(await house().api.db.select('SELECT * FROM printers WHERE id = ?', [id])),
        JSON.stringify(await house().api.db.select('SELECT payload FROM audit_events')),
        house().api.logs.join(),
      ]
      const backup = path.join(folder, `${database}.backup.gz`)
      await writeBackup(house().api.db, backup)
      seen.push(gunzipSync(readFileSync(backup)).toString('utf8'))
      for (const text of seen) expect(text).not.toContain(SECRET)
    })

    it('stays when the form is saved without one, and goes with the user name', async () => {
      const opened = await shop()
      const forget = () => house().api.db.execute('UPDATE printers SET lookAt = NULL')
      await admin().update('printers', opened.printer.id, { name: `新名 ${opened.site}`, password: null })
      await forget()
      expect(await toldOf(opened)).toMatchObject({ password: SECRET })
      await admin().update('printers', opened.printer.id, { username: '' })
      await forget()
      expect(await toldOf(opened)).toEqual({})
    })

    it('does not open with another key: the print server then signs in without one', async () => {
      const opened = await shop()
      const [row] = await house().api.db.select('SELECT password FROM printers WHERE id = ?', [
        opened.printer.id,
      ])
      const other = `${String(row?.password).slice(0, -4)}AAAA`
      await house().api.db.execute('UPDATE printers SET password = ? WHERE id = ?', [
        other,
        opened.printer.id,
      ])
      expect(await toldOf(opened)).toEqual({ username: 'office' })
    })
  })

  it.each([
    [{ tlsPin: 'abc' }, 'tlsPin', '64'],
    [{ tlsCa: 'no certificate' }, 'tlsCa', 'PEM'],
    [{ options: { password: 'x' } }, 'options', 'password'],
    [{ password: 'x'.repeat(101) }, 'password', '100'],
  ])('refuses %j with a sentence at its field', async (fields, field, word) => {
    const { status, body } = await admin().put(`/printers/${(await shop()).printer.id}`, fields)
    expect(status).toBe(422)
    expect(at(body, `errors.${field}`)).toContain(word)
  })

  it('takes a fingerprint as tools print it', async () => {
    const tlsPin = Array.from({ length: 32 }, () => 'AB').join(':')
    expect(await admin().update('printers', (await shop()).printer.id, { tlsPin })).toMatchObject({
      tlsPin: 'ab'.repeat(32),
    })
  })

  it('moves what stood in the options in clear into the fields, sealed', async () => {
    const url = database === 'sqlite' ? `sqlite:${path.join(folder, 'old.sqlite')}` : await freshMysqlUrl()
    const db = await openDatabase(url, 'another key of the tests, long enough to be one')
    try {
      await migrate(db, '0110-printer-credentials')
      const now = new Date().toISOString()
      const options = { username: 'u', password: SECRET, tlsPin: 'AB:CD', tray: 'tray-2' }
      for (const [name, given] of [
        ['both', JSON.stringify(options)],
        ['none', null],
      ])
        await db.execute(
          `INSERT INTO printers (version, createdAt, updatedAt, name, uri, site, status, paused, fence, options)
           VALUES (1, ?, ?, ?, 'ipp://p/ipp', 'main', 'unknown', 0, 0, ?)`,
          [now, now, String(name), given ?? null],
        )
      await migrate(db)
      const rows = await db.select(
        'SELECT name, username, password, tlsPin, options FROM printers ORDER BY name',
      )
      expect(rows).toMatchObject([
        { name: 'both', username: 'u', tlsPin: 'abcd', options: '{"tray":"tray-2"}' },
        { name: 'none', username: null, password: null, options: null },
      ])
      expect(JSON.stringify(rows)).not.toContain(SECRET)
      expect(db.secrets?.open(String(rows[0]?.password))).toBe(SECRET)
    } finally {
      await db.close()
    }
  })
})

it('is refused without a SECRET_KEY, with a sentence that says what to do', async () => {
  const { prepareCredentials } = await import('../../api/domain/printing/printers/printerCredentials.js')
  const db = await openDatabase(`sqlite:${path.join(folder, 'keyless.sqlite')}`)
  try {
    expect(() => prepareCredentials(db, { password: 'x', username: 'y' }, null)).toThrow('SECRET_KEY')
  } finally {
    await db.close()
  }
})
