import MuiLink from '@mui/material/Link'
import { useCreatePath } from 'react-admin'
import { Link } from 'react-router-dom'
import { choiceText } from '../engine/values/valueText'
import { useT } from '../i18n/useT'
import { isId, type Row } from '../schema/row'
import type { FieldSchema } from '../schema/types'
import { useText } from '../schema/useText'

interface NotIssuedProps {
  set: Row
  kind: FieldSchema
  value: unknown
}

/** Leads to where the paper is issued: the shipment that is declared, else the order. */
export function NotIssued({ set, kind, value }: NotIssuedProps) {
  const t = useT()
  const say = useText()
  const createPath = useCreatePath()
  const way = isId(set.shipmentId)
    ? createPath({ resource: 'shipments', type: 'show', id: set.shipmentId })
    : createPath({ resource: 'orders', type: 'show', id: isId(set.orderId) ? set.orderId : '' })
  return (
    <MuiLink component={Link} to={way}>
      {t('exportSet.notIssued', { paper: choiceText(kind, value, say) })}
    </MuiLink>
  )
}
