import type { Context } from './context.js'
import type { Fields } from './fields/index.js'
import type { AnyResource, Stored } from './resource.js'
import type { Text2 } from './text.js'

/** A record that an action would not have, and why. */
export interface Left {
  id: number
  text: Text2
}

/**
 * What an action does with several records, gathered in a record of its own. Each of them still succeeds or fails by
 * itself in its own transaction, and finds the gathering in its context; opening and closing are transactions too.
 */
export interface Gather {
  /** The resource of the record that gathers. */
  in: { name: string }
  /** Asked beside the action's own input. No name may stand in both. */
  input: Fields
  /** Makes the record; answers it, and the order in which the others are taken. */
  open(
    context: Context,
    of: AnyResource,
    ids: readonly number[],
    input: Stored,
  ): Promise<{ id: number; ids: number[] }>
  /** Everybody is through. Answers whether there was anything to gather; if not, the record is gone again. */
  close(context: Context, id: number, of: AnyResource, left: readonly Left[]): Promise<boolean>
}
