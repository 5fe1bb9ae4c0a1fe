import type { Access, Where } from './access.js'
import type { Context } from './context.js'
import type { Fields } from './fields/index.js'
import type { Gather } from './gather.js'
import type { AnyResource, Stored } from './resource.js'
import type { Text2 } from './text.js'

/** Names the record that an action changed or made. */
export interface Answer {
  resource: { name: string }
  id: number
}

/** A business verb on one record. Its function runs in one transaction with the record locked. */
export interface Action {
  label: Text2
  icon?: string
  tone?: 'primary' | 'danger' | 'neutral'
  allow: Access
  /** The record must match. An action that is a transition of the lifecycle takes this from there. */
  when?: Where
  input?: Fields
  confirm?: Text2
  /** Offered for a selection of records too. */
  bulk?: boolean
  /** What becomes of a selection as a whole. */
  gather?: Gather
  /** The resource of the record that it answers, when it is another one. */
  answers?: string
  run(context: Context, record: Stored & { id: number }, input: Stored, of: AnyResource): Promise<Answer>
}
