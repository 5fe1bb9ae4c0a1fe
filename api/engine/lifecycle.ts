import type { ChoiceValue } from './fields/index.js'

export interface Transition {
  from: readonly string[]
  to: string
}

/** A lifecycle as a table: its column, its states with their labels, and who leads from where to where. */
export interface Lifecycle {
  field: string
  initial: string
  states: Record<string, ChoiceValue>
  transitions: Record<string, Transition>
}

export const lifecycle = <const L extends Lifecycle>(table: L): L => table

/** The faults of a lifecycle in sentences: unknown and unreachable states. */
export function lifecycleFaults(resource: string, { initial, states, transitions }: Lifecycle): string[] {
  const faults: string[] = []
  const known = (state: string, where: string) => {
    if (!(state in states))
      faults.push(`${resource}: ${where} names the state "${state}", which is not declared.`)
  }
  known(initial, 'the lifecycle')
  const reached = new Set([initial])
  for (const [name, { from, to }] of Object.entries(transitions)) {
    for (const state of [...from, to]) known(state, `the transition "${name}"`)
    reached.add(to)
  }
  for (const state of Object.keys(states))
    if (!reached.has(state)) faults.push(`${resource}: no transition leads to the state "${state}".`)
  return faults
}
