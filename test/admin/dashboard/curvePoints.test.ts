import { expect, it } from '@jest/globals'
import { curvePoints } from '../../../admin/dashboard/curvePoints'

const days = Array.from({ length: 14 }, (_, at) => ({ day: `2026-11-${at + 10}`, orders: 1, gross: at }))

it('holds each day of a week against the same day of the week before', () => {
  const points = curvePoints(days, 7)
  expect(points.map(({ gross, before }) => [gross, before])).toEqual(
    [7, 8, 9, 10, 11, 12, 13].map((at) => [at, at - 7]),
  )
})

it('compares nothing with days that are not known', () => {
  expect(curvePoints(days, 14).every(({ before }) => before === null)).toBe(true)
})
