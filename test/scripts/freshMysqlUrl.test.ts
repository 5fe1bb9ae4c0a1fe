import { describe, expect, it } from '@jest/globals'
import mysql from 'mysql2/promise'
import { freshMysqlUrl } from '../support/freshMysqlUrl.js'

describe('the database server of the tests', () => {
  it('gives every caller an empty database of its own', async () => {
    const [first, second] = await Promise.all([freshMysqlUrl(), freshMysqlUrl()])
    expect(first).not.toBe(second)
    const connection = await mysql.createConnection(first)
    const [tables] = await connection.query('SHOW TABLES')
    await connection.end()
    expect(tables).toEqual([])
  })
})
