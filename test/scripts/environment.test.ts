import { describe, expect, it } from '@jest/globals'
import { localUrl, programEnvironment, readEnvironment } from '../../scripts/environment.mjs'

const read = (env: Record<string, string>) => readEnvironment(env, '/srv/slipway')
const sentences = (env: Record<string, string>) => read(env).faults.map((fault) => fault.en)

describe('the environment of npm start', () => {
  it('needs no variable at all', () => {
    const { environment, faults } = read({})
    expect(faults).toEqual([])
    expect(environment).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      demo: true,
      dataDir: '/srv/slipway/data',
      databaseUrl: 'sqlite:/srv/slipway/data/slipway.sqlite',
      apiUrl: 'http://127.0.0.1:8080',
      printServerPort: 8081,
      virtualPrinterPort: 8631,
    })
  })

  it('listens for everybody only when it is not a demo', () => {
    expect(read({ DEMO: '0' }).environment.host).toBe('0.0.0.0')
    expect(read({ DEMO: '1' }).environment.host).toBe('127.0.0.1')
    expect(read({ DEMO: '1', HOST: '192.168.1.5' }).environment.host).toBe('192.168.1.5')
  })

  it('takes an empty variable for an absent one', () => {
    expect(read({ PORT: '', DATABASE_URL: ' ', TRUST_PROXY: '' })).toEqual(read({}))
  })

  it('keeps the database in the data folder unless told otherwise, and resolves relative paths', () => {
    expect(read({ DATA_DIR: 'x' }).environment.databaseUrl).toBe('sqlite:/srv/slipway/x/slipway.sqlite')
    expect(read({ DATABASE_URL: 'sqlite:./a.db' }).environment.databaseUrl).toBe('sqlite:/srv/slipway/a.db')
    expect(read({ DATABASE_URL: 'sqlite:///var/a.db' }).environment.databaseUrl).toBe('sqlite:/var/a.db')
    const mysql = 'mysql://u:p@db:3306/slipway'
    expect(read({ DATABASE_URL: mysql }).environment.databaseUrl).toBe(mysql)
  })

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '0'],
    ['PORT', '70000'],
    ['PORT', '80.5'],
    ['HOST', 'http://localhost'],
    ['TRUST_PROXY', 'true'],
    ['DATABASE_URL', 'postgres://u:p@db/slipway'],
    ['DATABASE_URL', 'mysql://db:3306'],
    ['DATABASE_URL', 'sqlite::memory:'],
    ['DEMO', 'yes'],
    ['SECRET_KEY', 'short'],
    ['API_URL', 'localhost:8080'],
    ['PRINT_SERVER_TOKEN', 'two words'],
    ['PRINT_SERVER_PORT', '-1'],
    ['VIRTUAL_PRINTER_PORT', 'x'],
  ])('answers %s=%s with one sentence in each language that names the variable', (name, value) => {
    const { faults } = read({ [name]: value })
    expect(faults).toHaveLength(1)
    for (const sentence of [faults[0]?.zh, faults[0]?.en]) {
      expect(sentence).toContain(name)
      expect(sentence).not.toContain('\n')
      expect(sentence).toMatch(/[.。]$/)
    }
  })

  it('names every fault at once', () => {
    expect(sentences({ PORT: 'x', DEMO: 'x', HOST: '!' })).toHaveLength(3)
  })

  it('never repeats what may be a secret', () => {
    const faults = read({
      DATABASE_URL: 'mysql:///p4ss',
      SECRET_KEY: 'p4ss',
      PRINT_SERVER_TOKEN: 'p4ss p4ss',
    }).faults
    expect(faults).toHaveLength(3)
    expect(JSON.stringify(faults)).not.toContain('p4ss')
  })

  it('refuses one port for two programs', () => {
    expect(sentences({ PORT: '9000', VIRTUAL_PRINTER_PORT: '9000' })).toEqual([
      'PORT and VIRTUAL_PRINTER_PORT are both 9000; every program needs a port of its own, so change one of them.',
    ])
  })

  it('hands the programs what it read, made explicit', () => {
    const { environment } = read({ PORT: '9000' })
    expect(programEnvironment(environment, { LANG: 'C' })).toMatchObject({
      LANG: 'C',
      PORT: '9000',
      DEMO: '1',
      API_URL: 'http://127.0.0.1:9000',
      DATABASE_URL: 'sqlite:/srv/slipway/data/slipway.sqlite',
    })
  })

  it('reaches a program that listens everywhere by the loopback address', () => {
    expect(localUrl('0.0.0.0', 1)).toBe('http://127.0.0.1:1')
    expect(localUrl('::1', 1)).toBe('http://[::1]:1')
    expect(localUrl('slipway.local', 1)).toBe('http://slipway.local:1')
  })
})
