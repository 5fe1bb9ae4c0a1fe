import { useQuery } from '@tanstack/react-query'
import { http } from '../providers/http'
import type { Row } from '../schema/row'
import type { Text2 } from '../schema/types'
import { isObject } from '../schema/valueAt'

/** A print job of a batch in its place; place 0 is the cover. */
export interface Place {
  /** Of the job. */
  id: number
  place: number
  title: string
  /** The title without the kind of paper. */
  name: string
  customerName: string | null
  status: string
  evidence: string
  reasons: string[]
  possiblyIncomplete: boolean
}

interface Places {
  places: Place[]
  sentence?: Text2
}

const isPlace = (value: unknown): value is Place =>
  isObject(value) &&
  typeof value.id === 'number' &&
  typeof value.place === 'number' &&
  typeof value.status === 'string'

const isText = (value: unknown): value is Text2 => isObject(value) && typeof value.zh === 'string'

async function read(id: Row['id'], signal: AbortSignal): Promise<Places> {
  const { json } = await http(`/api/print-batches/${encodeURIComponent(id)}/places`, { signal })
  const answer = isObject(json) ? json : {}
  return {
    places: Array.isArray(answer.places) ? answer.places.filter(isPlace) : [],
    ...(isText(answer.sentence) && { sentence: answer.sentence }),
  }
}

/** What became of every sheet of a batch; it follows the jobs as they change. */
export function usePlaces(id: Row['id'] | undefined): Places {
  const { data } = useQuery({
    // The first word is what events of that resource renew.
    queryKey: ['print-jobs', 'places', id],
    queryFn: ({ signal }) => read(id ?? 0, signal),
    // The record itself is still on its way.
    enabled: id !== undefined,
  })
  return data ?? { places: [] }
}
