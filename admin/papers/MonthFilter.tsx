import ChevronLeft from '@mui/icons-material/ChevronLeft'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useFilters, withoutFilter } from '../engine/filters/useFilters'
import { useT } from '../i18n/useT'
import { daysOf, monthAfter, monthOf, monthsToChoose, thisMonth } from '../engine/values/months'

/** Narrows a list to one month: it sets the days from and to, which can be changed beside it as before. */
export function MonthFilter({ path }: { path: string }) {
  const t = useT()
  const { values, replace } = useFilters()
  const [from, to] = [`${path}_gte`, `${path}_lte`]
  const chosen = monthOf(values[from], values[to])
  const choose = (month: string | null) => {
    const others = withoutFilter(withoutFilter(values, from), to)
    if (month === null) return replace(others)
    const { first, last } = daysOf(month)
    replace({ ...others, [from]: first, [to]: last })
  }
  const step = (by: number) => choose(chosen === null ? thisMonth() : monthAfter(chosen, by))
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
      <IconButton size="small" aria-label={t('papers.monthBefore')} onClick={() => step(-1)}>
        <ChevronLeft fontSize="small" />
      </IconButton>
      <TextField
        select
        label={t('papers.month')}
        value={chosen ?? ''}
        onChange={({ target }) => choose(target.value === '' ? null : target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ flex: 1, minWidth: 0 }}
      >
        <MenuItem value="">
          {t(values[from] || values[to] ? 'papers.otherDays' : 'papers.allMonths')}
        </MenuItem>
        {monthsToChoose(chosen).map((month) => (
          <MenuItem key={month} value={month}>
            {month}
          </MenuItem>
        ))}
      </TextField>
      <IconButton
        size="small"
        aria-label={t('papers.monthAfter')}
        disabled={chosen === null || chosen >= thisMonth()}
        onClick={() => step(1)}
      >
        <ChevronRight fontSize="small" />
      </IconButton>
    </Box>
  )
}
