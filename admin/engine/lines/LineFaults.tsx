import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import { ValidationError } from 'react-admin'
import { useFormState } from 'react-hook-form'
import type { FieldSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { valueAt } from '../../schema/valueAt'

interface LineFaultsProps {
  fields: FieldSchema[]
  /** Path of the line in the form: `lines.2`. */
  source: string
}

/** What is wrong with a line, in words, under the line. The cell itself is framed in red. */
export function LineFaults({ fields, source }: LineFaultsProps) {
  const say = useText()
  const { errors } = useFormState()
  const faults = fields.flatMap((field) => {
    const message = valueAt(errors, `${source}.${field.name}.message`)
    return typeof message === 'string' ? [{ field, message }] : []
  })
  if (faults.length === 0) return null
  return (
    <TableRow>
      <TableCell />
      <TableCell colSpan={fields.length + 1} sx={{ color: 'error.main', fontSize: 12 }} role="alert">
        {faults.map(({ field, message }, index) => (
          <span key={field.name}>
            {index > 0 ? '；' : ''}
            {say(field.label)}：<ValidationError error={message} />
          </span>
        ))}
      </TableCell>
    </TableRow>
  )
}
