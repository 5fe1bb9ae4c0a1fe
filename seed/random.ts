/** A small generator of numbers (mulberry32): the same start gives the same demo house on every machine. */
export interface Random {
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number
  /** Any number from `min` up to `max`. */
  between(min: number, max: number): number
  pick<T>(list: readonly T[]): T
  /** So many different ones of the list. */
  sample<T>(list: readonly T[], count: number): T[]
  chance(probability: number): boolean
}

export function randomFrom(start: number): Random {
  let state = start >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1))
  return {
    int,
    between: (min, max) => min + next() * (max - min),
    pick(list) {
      const one = list[int(0, list.length - 1)]
      if (one === undefined) throw new Error('There is nothing to pick from.')
      return one
    },
    sample(list, count) {
      const left = [...list]
      return Array.from({ length: Math.min(count, left.length) }, () =>
        left.splice(int(0, left.length - 1), 1),
      ).flat()
    },
    chance: (probability) => next() < probability,
  }
}
