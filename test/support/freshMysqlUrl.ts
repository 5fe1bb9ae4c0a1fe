/**
 * The DATABASE_URL (`mysql://…`) of a new, empty database on the MariaDB that the whole test run shares.
 * The server starts when the first suite asks, so that a run without databases costs nothing.
 */
export async function freshMysqlUrl(): Promise<string> {
  const broker = process.env.SLIPWAY_TEST_MYSQL
  if (!broker)
    throw new Error('SLIPWAY_TEST_MYSQL is not set: jest.config.mjs names globalSetup.mjs, which sets it.')
  const response = await fetch(broker)
  const answer = await response.text()
  if (!response.ok) throw new Error(answer)
  return answer
}
