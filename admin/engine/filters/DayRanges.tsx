import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useText } from '../../schema/useText'
import type { FilterFieldProps } from './FilterField'
import { usualDays } from './usualDays'

/** The days that are asked for most, at one press; pressed again, any day will do. */
export function DayRanges({ field, path, value, onChange }: FilterFieldProps) {
  const say = useText()
  const [from, to] = [`${path}_gte`, `${path}_lte`]
  return (
    <Box
      role="group"
      aria-label={say(field.label)}
      sx={{ gridColumn: '1 / -1', display: 'flex', flexWrap: 'wrap', gap: 0.5 }}
    >
      {usualDays().map(({ name, label, first, last }) => {
        const isOn = value(from) === first && value(to) === last
        return (
          <Button
            key={name}
            size="small"
            color={isOn ? 'primary' : 'inherit'}
            aria-pressed={isOn}
            onClick={() => onChange(isOn ? { [from]: null, [to]: null } : { [from]: first, [to]: last })}
            sx={{
              minWidth: 0,
              px: 1,
              py: { xs: 0.75, sm: 0 },
              bgcolor: isOn ? 'action.selected' : undefined,
            }}
          >
            {say(label)}
          </Button>
        )
      })}
    </Box>
  )
}
