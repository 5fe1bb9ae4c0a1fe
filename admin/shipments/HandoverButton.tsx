import { useCreatePath, useListContext } from 'react-admin'
import { Link } from 'react-router-dom'
import { ToolButton } from '../engine/list/ToolButton'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { Icon } from '../theme/icons'

/** Begins a handover of the selected shipments that are issued: a form with its lines filled in. */
export function HandoverButton() {
  const t = useT()
  const createPath = useCreatePath()
  const handovers = useResourceSchema('handovers')
  const { selectedIds = [], data = [] } = useListContext<Row>()
  const away = data.filter(({ id, status }) => selectedIds.includes(id) && status !== 'issued')
  const ids = selectedIds.filter((id) => away.every((shipment) => shipment.id !== id))
  if (!handovers?.can.create || ids.length === 0) return null
  const known = ids.flatMap((id) => data.filter((shipment) => shipment.id === id))
  const carrier = known.find((shipment) => shipment.carrier)?.carrier
  const lines = ids.map((id) => {
    const shipment = known.find((one) => one.id === id)
    return {
      shipmentId: id,
      packages: shipment?.packages ?? null,
      weightKg: shipment?.weightKg ?? null,
    }
  })
  return (
    <ToolButton
      label={t('shipment.handOver')}
      component={Link}
      to={createPath({ resource: 'handovers', type: 'create' })}
      state={{ record: { lines, ...(carrier ? { carrier } : {}) } }}
      variant="outlined"
      color="inherit"
      startIcon={<Icon name="handover" />}
    />
  )
}
