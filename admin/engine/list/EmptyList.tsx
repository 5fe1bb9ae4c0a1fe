import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useCreatePath, useTranslate } from 'react-admin'
import { Link } from 'react-router-dom'
import { useT } from '../../i18n/useT'
import { useFilters } from '../filters/useFilters'
import { usePageTitle } from '../usePageTitle'
import { useResourceSchema } from '../../schema/schemaStore'
import type { ResourceSchema } from '../../schema/types'
import { useText } from '../../schema/useText'

/** Says why nothing is here and what to do next: take the filter away, or make the first record. */
export function EmptyList({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const say = useText()
  const translate = useTranslate()
  const createPath = useCreatePath()
  const { values, replace } = useFilters()
  const isFiltered = Object.keys(values).length > 0
  const name = say(resource.label)
  const imports = useResourceSchema('imports')
  const create = usePageTitle(resource, 'create')
  return (
    <Stack spacing={1.5} sx={{ alignItems: 'center', textAlign: 'center', py: 8, px: 2 }}>
      <Typography color="text.secondary">
        {isFiltered ? t('list.noMatch', { name }) : translate('ra.page.empty', { name })}
      </Typography>
      {isFiltered ? (
        <Button variant="outlined" onClick={() => replace({})}>
          {translate('ra.navigation.clear_filters')}
        </Button>
      ) : resource.can.create ? (
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', justifyContent: 'center' }}>
          <Button
            variant="contained"
            component={Link}
            to={createPath({ resource: resource.name, type: 'create' })}
          >
            {create}
          </Button>
          {resource.importing && imports ? (
            <Button
              variant="outlined"
              component={Link}
              to={`${createPath({ resource: 'imports', type: 'list' })}?target=${resource.name}`}
            >
              {t('list.import')}
            </Button>
          ) : null}
        </Stack>
      ) : (
        <Typography variant="body2" color="text.secondary">
          {resource.comesFrom ? say(resource.comesFrom) : t('list.madeElsewhere')}
        </Typography>
      )}
    </Stack>
  )
}
