import type { Stored } from '../../api/engine/resource.js'
import type { House } from '../house.js'

export const ids = async (house: House, sql: string, values: (string | number)[] = []) =>
  (await house.db.select(sql, values)).map(({ id }) => Number(id))

export const idOf = (record: Stored) => Number(record.id)
