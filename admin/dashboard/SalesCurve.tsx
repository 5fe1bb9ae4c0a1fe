import { useTheme } from '@mui/material/styles'
import { useLocale } from 'react-admin'
import { CartesianGrid, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { codecs } from '../engine/values/codecs'
import type { CurvePoint } from './curvePoints'

interface SalesCurveProps {
  points: CurvePoint[]
  /** Names of the two lines. */
  labels: { now: string; before: string }
  onDay: (day: string) => void
}

const HEIGHT = 220

/** Turnover by day, and of the same days one stretch before; a click on a day opens its orders. */
export default function SalesCurve({ points, labels, onDay }: SalesCurveProps) {
  const { palette } = useTheme()
  const text = { fontSize: 12, fill: palette.text.secondary }
  const short = new Intl.NumberFormat(useLocale() === 'en' ? 'en' : 'zh-CN', {
    notation: 'compact',
    maximumFractionDigits: 1,
  })
  const yuan = (gross: unknown) => `¥${codecs.money?.text(gross) ?? ''}`
  return (
    <ResponsiveContainer width="100%" height={HEIGHT}>
      <LineChart
        data={points}
        margin={{ top: 8, right: 12, bottom: 0, left: 0 }}
        onClick={({ activeLabel }) => onDay(String(activeLabel ?? ''))}
        style={{ cursor: 'pointer' }}
        accessibilityLayer
      >
        <CartesianGrid stroke={palette.divider} vertical={false} />
        <XAxis
          dataKey="day"
          tick={text}
          tickFormatter={(day: string) => day.slice(5)}
          stroke={palette.divider}
        />
        <YAxis
          tick={text}
          width={52}
          stroke={palette.divider}
          tickFormatter={(gross: number) => short.format(gross / 100)}
        />
        <Tooltip
          formatter={(gross) => yuan(gross)}
          contentStyle={{ background: palette.background.paper, borderColor: palette.divider, fontSize: 13 }}
        />
        {points.some(({ before }) => before !== null) ? (
          <Line
            dataKey="before"
            name={labels.before}
            stroke={palette.text.secondary}
            strokeDasharray="4 3"
            dot={false}
            isAnimationActive={false}
          />
        ) : null}
        <Line
          dataKey="gross"
          name={labels.now}
          stroke={palette.primary.main}
          strokeWidth={2}
          dot={{ r: 2.5 }}
          isAnimationActive={false}
        />
      </LineChart>
    </ResponsiveContainer>
  )
}
