import { atDesk, type House } from '../house.js'
import { ids } from './ids.js'

/** The paper is made and kept, but past ones stay out of the printer. */
export async function issueUnprinted(house: House, who: string, ago: number, resource: string, id: number) {
  const document = await atDesk(house, who, ago, (desk) => desk.act(resource, 'issue', id))
  const jobs = await ids(house, 'SELECT id FROM print_jobs WHERE documentId = ?', [document.id])
  await atDesk(house, 'warehouse', ago, async (desk) => {
    for (const job of jobs) await desk.act('print-jobs', 'cancel', job)
  })
}
