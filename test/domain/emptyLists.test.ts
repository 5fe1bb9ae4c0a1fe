import { expect, it } from '@jest/globals'
import { declarations } from '../../api/domain/index.js'
import { nobody } from '../../api/domain/access/roles.js'

it('says of each list of the menu that nobody fills by hand where its records come from', () => {
  const silent = declarations
    .filter(({ menu, rights, comesFrom }) => menu !== false && rights.create === nobody && !comesFrom)
    .map(({ name }) => name)
  expect(silent).toEqual([])
})
