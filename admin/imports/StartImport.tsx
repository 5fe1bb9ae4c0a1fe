import Card from '@mui/material/Card'
import Stack from '@mui/material/Stack'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useSearchParams } from 'react-router-dom'
import { useSchema } from '../schema/schemaStore'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { DropZone } from './DropZone'
import { TemplateButtons } from './TemplateButtons'
import { words } from './words'

/** What others refer to comes first: customers and products before stock and orders. */
const byNeed = (one: ResourceSchema, other: ResourceSchema) => needsOf(one) - needsOf(other)
const needsOf = ({ importing: wanted }: ResourceSchema) =>
  wanted?.columns.filter(({ kind }) => kind === 'reference').length ?? 0

/** Choose what to import, then the file. */
export function StartImport() {
  const say = useText()
  const targets = (useSchema()?.resources ?? []).filter((one) => one.importing).sort(byNeed)
  const [params] = useSearchParams()
  const [chosen, setChosen] = useState(params.get('target') ?? '')
  const target = targets.find(({ name }) => name === chosen) ?? targets[0]
  if (!target)
    return (
      <Typography color="text.secondary" sx={{ py: 1 }}>
        {say(words.nothing)}
      </Typography>
    )
  return (
    <Card sx={{ p: 2, mb: 1.5, flex: 'none' }}>
      <Stack
        direction="row"
        useFlexGap
        spacing={1.5}
        sx={{ alignItems: 'center', flexWrap: 'wrap', mb: 1.5 }}
      >
        <Typography variant="subtitle2" component="h2" id="import-what">
          {say(words.what)}
        </Typography>
        <ToggleButtonGroup
          exclusive
          size="small"
          aria-labelledby="import-what"
          value={target.name}
          onChange={(_event, name: string | null) => name && setChosen(name)}
        >
          {targets.map(({ name, importing: one }) => (
            <ToggleButton key={name} value={name} sx={{ py: 0.25, px: 1.5, textTransform: 'none' }}>
              {say(one?.label)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <TemplateButtons target={target.name} />
      </Stack>
      <DropZone target={target.name} />
    </Card>
  )
}
