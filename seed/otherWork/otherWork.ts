import type { House } from '../house.js'
import { WORKDAY } from '../workingTime.js'
import { askForChanges, askForLess, refuseChange } from './changes.js'
import { collectExportPapers } from './collectExportPapers.js'
import { approveCount, countTown, startCount } from './counting.js'
import { handOver } from './handOver.js'
import { hearAnswers, receiveMoney, stateAccounts } from './money.js'
import type { Step } from './step.js'

/** The work beside the orders: counting, receiving money, statements, carriers, changes, customs. Nothing where there is nothing to do it with. */
export const otherWork = (house: House): Step[] => [
  { ago: 6 * WORKDAY, take: () => countTown(house, 6 * WORKDAY) },
  { ago: 5.9 * WORKDAY, take: () => approveCount(house, 5.9 * WORKDAY) },
  { ago: 5 * WORKDAY, take: () => receiveMoney(house, 5 * WORKDAY, 5) },
  { ago: 2 * WORKDAY, take: () => receiveMoney(house, 2 * WORKDAY, 4) },
  { ago: 1.2 * WORKDAY, take: () => askForLess(house, 1.2 * WORKDAY) },
  { ago: 1.1 * WORKDAY, take: () => refuseChange(house, 1.1 * WORKDAY) },
  { ago: WORKDAY, take: () => stateAccounts(house, WORKDAY) },
  { ago: WORKDAY / 2, take: () => hearAnswers(house, WORKDAY / 2) },
  { ago: 0.8, take: () => handOver(house) },
  { ago: 0.6, take: () => askForChanges(house) },
  { ago: 0.4, take: () => collectExportPapers(house) },
  { ago: 0.2, take: () => startCount(house) },
]
