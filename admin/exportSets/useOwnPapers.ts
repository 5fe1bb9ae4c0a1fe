import { useGetList } from 'react-admin'
import type { Row } from '../schema/row'

/** The documents of these kinds of what a set declares, each in its newest revision; void ones are none. */
export function useOwnPapers(set: Row, kinds: unknown[]): { papers: Row[]; isPending: boolean } {
  const { data = [], isPending } = useGetList<Row>(
    'documents',
    {
      filter: { orderId: set.orderId, kind: kinds, status: ['issued', 'superseded'] },
      sort: { field: 'id', order: 'DESC' },
      pagination: { page: 1, perPage: 100 },
    },
    { enabled: kinds.length > 0 },
  )
  const isDeclared = ({ shipmentId }: Row) =>
    set.shipmentId === null || shipmentId === null || shipmentId === set.shipmentId
  const isNewest = (paper: Row, at: number) =>
    data.findIndex(({ kind, no }) => kind === paper.kind && no === paper.no) === at
  return { papers: data.filter((paper, at) => isNewest(paper, at) && isDeclared(paper)), isPending }
}
