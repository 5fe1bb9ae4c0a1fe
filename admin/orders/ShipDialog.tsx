import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Box from '@mui/material/Box'
import { useGetList } from 'react-admin'
import { ActionDialog } from '../engine/actions/ActionDialog'
import type { HandMadeDialog } from '../engine/actions/ActionBar'
import { LineCell } from '../engine/lines/LineCell'
import { LineFaults } from '../engine/lines/LineFaults'
import { Widget } from '../engine/widgets/Widget'
import { useT } from '../i18n/useT'
import { fieldOf } from '../schema/fieldOf'
import { recordTitle } from '../schema/recordTitle'
import type { Row } from '../schema/row'
import type { ActionSchema, FieldSchema } from '../schema/types'
import { isObject } from '../schema/valueAt'
import { useText } from '../schema/useText'
import { openLines, type OpenLine } from './openLines'

interface ShipDialogProps extends HandMadeDialog {
  action: ActionSchema
  order: Row
}

/** Ships an order: each line with what is still to go, so that a part can be sent by typing less. */
export function ShipDialog({ action, order, run, close }: ShipDialogProps) {
  const t = useT()
  const { data: reservations, isPending } = useGetList<Row>('reservations', {
    filter: { orderId: order.id, status: 'active' },
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: 1000 },
  })
  if (isPending) return null
  const lines = openLines(order, reservations ?? [])
  const send = async (input: Record<string, unknown>) => {
    const typed = Array.isArray(input.lines) ? input.lines.filter(isObject) : []
    const wanted = typed.filter((line) => Number(line.quantity ?? 0) !== 0)
    if (wanted.length === 0) throw new Error(t('order.shipNothing'))
    return run({ ...input, lines: wanted })
  }
  return (
    <ActionDialog
      action={action}
      subject={recordTitle('orders', order)}
      initial={{
        warehouseId: order.warehouseId,
        lines: lines.map(({ orderLineId, quantity }) => ({ orderLineId, quantity })),
      }}
      onRun={send}
      onClose={close}
    >
      <ShipInputs action={action} lines={lines} />
    </ActionDialog>
  )
}

function ShipInputs({ action, lines }: { action: ActionSchema; lines: OpenLine[] }) {
  const t = useT()
  const say = useText()
  const warehouse = fieldOf(action.input, 'warehouseId')
  const quantity = fieldOf(action.input, 'lines.quantity')
  if (lines.length === 0) return <Box>{t('order.nothingToShip')}</Box>
  return (
    <Box sx={{ display: 'grid', gap: 1.5, pt: 0.75 }}>
      {warehouse ? <Widget field={warehouse} source="warehouseId" /> : null}
      <Table size="small">
        <TableHead>
          <TableRow>
            <TableCell>{t('order.line')}</TableCell>
            <TableCell align="right">{t('order.open')}</TableCell>
            <TableCell align="right" sx={{ width: 110 }}>
              {say(quantity?.label)}
            </TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {lines.map((line, index) => (
            <ShipLine key={line.orderLineId} line={line} index={index} quantity={quantity} />
          ))}
        </TableBody>
      </Table>
    </Box>
  )
}

function ShipLine({
  line,
  index,
  quantity,
}: {
  line: OpenLine
  index: number
  quantity: FieldSchema | undefined
}) {
  return (
    <>
      <TableRow>
        <TableCell>{line.name}</TableCell>
        <TableCell align="right">
          {line.quantity} {line.unit}
        </TableCell>
        <TableCell>
          {quantity ? (
            <LineCell field={{ ...quantity, required: false }} source={`lines.${index}.quantity`} />
          ) : null}
        </TableCell>
      </TableRow>
      {quantity ? <LineFaults fields={[quantity]} source={`lines.${index}`} /> : null}
    </>
  )
}
