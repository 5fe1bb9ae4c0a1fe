import { useQuery } from '@tanstack/react-query'
import { http } from '../providers/http'
import { isObject } from '../schema/valueAt'

/** A number of the house, and the list that it counts. */
export interface Figure {
  name: string
  resource: string
  filter: Record<string, unknown>
  count: number
}

export interface SalesDay {
  day: string
  orders: number
  /** 分 */
  gross: number
}

interface Figures {
  figures: Figure[]
  /** Oldest first; empty for those who may not know. */
  days: SalesDay[]
}

const RENEW_MS = 60_000

const isFigure = (value: unknown): value is Figure =>
  isObject(value) &&
  typeof value.name === 'string' &&
  typeof value.count === 'number' &&
  isObject(value.filter)

const isDay = (value: unknown): value is SalesDay =>
  isObject(value) && typeof value.day === 'string' && typeof value.gross === 'number'

async function read(signal: AbortSignal): Promise<Figures> {
  const { json } = await http('/api/dashboard', { signal })
  const answer = isObject(json) ? json : {}
  const days = isObject(answer.sales) ? answer.sales.days : []
  return {
    figures: Array.isArray(answer.figures) ? answer.figures.filter(isFigure) : [],
    days: Array.isArray(days) ? days.filter(isDay) : [],
  }
}

/** The day's figures; they follow changes of orders, and the clock. */
export function useFigures() {
  const { data, isPending, error, refetch } = useQuery({
    // The first word is what events of that resource renew.
    queryKey: ['orders', 'figures'],
    queryFn: ({ signal }) => read(signal),
    refetchInterval: RENEW_MS,
  })
  return { figures: data?.figures ?? [], days: data?.days ?? [], isPending, error, refetch }
}
