import { WORKDAY } from '../workingTime.js'
import type { Wish } from './draft.js'
import type { Verb } from './verbs.js'

/** The way that some of the orders went. */
export interface Course {
  /** How many of a hundred orders. */
  share: number
  verbs: readonly Verb[]
  /** How many working days lie between the last step and now. */
  quietDays: readonly [least: number, most: number]
  wish?: Wish
}

const toConfirmed: Verb[] = ['enter', 'submit', 'confirm']
const shipped: Verb[] = [...toConfirmed, 'ship', 'issueUnprinted', 'dispatch']
const partly: Verb[] = [...toConfirmed, 'shipPart', 'issueUnprinted', 'dispatch']
const severalLines: Wish = { leastLines: 3 }
const severalSheets: Wish = { leastLines: 18 }

/** A hundred orders in every state; the shares add up to that. */
export const courses: readonly Course[] = [
  { share: 8, verbs: ['enter'], quietDays: [0, 2] },
  { share: 3, verbs: ['enter', 'submit', 'reject'], quietDays: [0, 3] },
  { share: 9, verbs: ['enter', 'submit'], quietDays: [0, 1.5] },
  { share: 4, verbs: ['enter', 'submit'], quietDays: [0, 3], wish: { isShort: true } },
  { share: 15, verbs: toConfirmed, quietDays: [0, 4] },
  { share: 2, verbs: [...toConfirmed, 'printOrder'], quietDays: [0, 0.5] },
  { share: 3, verbs: ['enter', 'submit', 'reject', 'amend', 'submit', 'confirm'], quietDays: [0, 3] },
  { share: 3, verbs: [...toConfirmed, 'ship'], quietDays: [0, 1] },
  { share: 4, verbs: [...toConfirmed, 'ship', 'issue'], quietDays: [0, 0.6] },
  {
    share: 1,
    verbs: [...toConfirmed, 'ship', 'issueDispatchNote', 'issue'],
    quietDays: [0, 0.5],
    wish: severalSheets,
  },
  { share: 1, verbs: [...toConfirmed, 'ship', 'issuePackingList', 'issue'], quietDays: [0, 0.5] },
  { share: 1, verbs: [...toConfirmed, 'ship', 'issueHeld'], quietDays: [0, 1] },
  { share: 6, verbs: partly, quietDays: [0.5, 6], wish: severalLines },
  { share: 1, verbs: [...partly, 'ship'], quietDays: [0, 1], wish: severalLines },
  { share: 9, verbs: shipped, quietDays: [0, 3] },
  { share: 20, verbs: [...shipped, 'deliver'], quietDays: [0.2, 18] },
  {
    share: 3,
    verbs: [...partly, 'ship', 'issueUnprinted', 'dispatch', 'deliver'],
    quietDays: [1, 14],
    wish: severalLines,
  },
  { share: 4, verbs: ['enter', 'submit', 'withdraw'], quietDays: [1, 12] },
  { share: 2, verbs: [...toConfirmed, 'cancel'], quietDays: [1, 10] },
  { share: 1, verbs: [...toConfirmed, 'ship', 'issueUnprinted', 'cancel'], quietDays: [2, 10] },
]

/** Working minutes from the step before to this one. */
export const gaps: Record<Verb, readonly [least: number, most: number]> = {
  enter: [0, 0],
  submit: [2, 35],
  reject: [15, 180],
  amend: [10, 120],
  confirm: [15, 200],
  withdraw: [20, 300],
  cancel: [60, 400],
  printOrder: [3, 20],
  ship: [30, 420],
  shipPart: [30, 420],
  issue: [5, 40],
  issueUnprinted: [5, 40],
  issueHeld: [5, 40],
  issueDispatchNote: [5, 30],
  issuePackingList: [5, 30],
  dispatch: [20, 240],
  deliver: [WORKDAY / 2, WORKDAY * 2.5],
}
