import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useGetList } from 'react-admin'
import { http } from '../providers/http'
import type { Row } from '../schema/row'
import { useResourceSchema } from '../schema/schemaStore'
import { CodeArea } from './CodeArea'
import { completeFrom, pathsOf } from './completions'
import { PreviewPane } from './PreviewPane'
import { ordered, type Files } from './templateRecord'
import { usePreview, type PreviewChoice } from './usePreview'

interface WorkbenchProps {
  kind: string
  files: Files
  /** Absent: it is only looked at. */
  onChange?: (files: Files) => void
}

/** The files of a template on the left, the paper on the right; one under the other where there is no room. */
export function Workbench({ kind, files, onChange }: WorkbenchProps) {
  // The print server draws for those who make templates; the others read.
  const mayDraw = useResourceSchema('templates')?.can.create === true
  const [file, setFile] = useState('template.hbs')
  const [choice, setChoice] = useState<PreviewChoice>({ paper: '', copyNo: 1, documentId: 0 })
  const { url, fault, isDrawing } = usePreview(mayDraw, kind, files, choice)
  const { data: sample } = useQuery({
    queryKey: ['template-samples', kind],
    queryFn: async () => (await http(`/api/template-samples/${encodeURIComponent(kind)}`)).json,
    staleTime: Infinity,
  })
  const names = ordered(files)
  const partials = names.flatMap((name) => /^partials\/(.+)\.hbs$/.exec(name)?.[1] ?? []).join(' ')
  const pictures = useImageNames()
  const complete = useMemo(
    () => completeFrom(pathsOf(sample), partials.split(' ').filter(Boolean), pictures),
    [sample, partials, pictures],
  )
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr', md: mayDraw ? '1fr 1fr' : '1fr' },
        gridAutoRows: { xs: '70vh', md: '1fr' },
        gap: 1.5,
        flex: 1,
        minHeight: 0,
      }}
    >
      <Card sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 }}>
        <Tabs
          value={names.includes(file) ? file : names[0]}
          onChange={(_event, name: string) => setFile(name)}
          variant="scrollable"
          scrollButtons="auto"
          sx={{ borderBottom: 1, borderColor: 'divider', flex: 'none' }}
        >
          {names.map((name) => (
            <Tab
              key={name}
              value={name}
              label={name.replace('partials/', '⋯/')}
              sx={fault?.file === name ? { color: 'error.main' } : undefined}
            />
          ))}
        </Tabs>
        <CodeArea
          file={file}
          text={files[file] ?? ''}
          fault={fault}
          complete={complete}
          onChange={onChange && ((text) => onChange({ ...files, [file]: text }))}
        />
      </Card>
      {mayDraw ? (
        <PreviewPane {...{ kind, files, choice, url, fault, isDrawing }} onChoose={setChoice} />
      ) : null}
    </Box>
  )
}

/** The names of the pictures that a template may use. */
function useImageNames(): string[] {
  const { data } = useGetList<Row>('images', {
    filter: {},
    sort: { field: 'name', order: 'ASC' },
    pagination: { page: 1, perPage: 200 },
  })
  return useMemo(() => (data ?? []).map(({ name }) => String(name)), [data])
}
