import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useGetList } from 'react-admin'
import { useT } from '../../i18n/useT'
import { fieldOf } from '../../schema/fieldOf'
import type { ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'
import { useFilters, withoutFilter } from '../filters/useFilters'

const ALL = ''

/** The values of one choice as tabs, each with its count under the other filters. */
export function ListTabs({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const say = useText()
  const { values, replace } = useFilters()
  const field = resource.tabs ? fieldOf(resource.fields, resource.tabs) : undefined
  if (!field) return null
  const chosen = values[field.name]
  const others = withoutFilter(values, field.name)
  const current = typeof chosen === 'string' ? chosen : ALL
  const choose = (value: string) => replace(value === ALL ? others : { ...others, [field.name]: value })
  return (
    <Tabs
      value={field.choices?.some((choice) => choice.value === current) ? current : ALL}
      onChange={(_event, value: string) => choose(value)}
      variant="scrollable"
      sx={{ borderBottom: 1, borderColor: 'divider', flex: 'none' }}
    >
      <Tab value={ALL} label={<TabLabel text={t('list.all')} resource={resource} filter={others} />} />
      {(field.choices ?? []).map((choice) => (
        <Tab
          key={choice.value}
          value={choice.value}
          label={
            <TabLabel
              text={say(choice.label)}
              resource={resource}
              filter={{ ...others, [field.name]: choice.value }}
            />
          }
        />
      ))}
    </Tabs>
  )
}

interface TabLabelProps {
  text: string
  resource: ResourceSchema
  filter: Record<string, unknown>
}

function TabLabel({ text, resource, filter }: TabLabelProps) {
  const { total } = useGetList(
    resource.name,
    { pagination: { page: 1, perPage: 1 }, sort: resource.sort, filter },
    { placeholderData: (previous) => previous },
  )
  return (
    <span>
      {text}
      <Box component="span" sx={{ ml: 0.75, fontSize: 12 }}>
        {total ?? ''}
      </Box>
    </span>
  )
}
