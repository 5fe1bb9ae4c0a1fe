import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useState, type ReactNode } from 'react'
import { useGetOne } from 'react-admin'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { FilesDiff } from './FilesDiff'
import { filesOf, isWhole, type Files } from './templateRecord'
import { useEditions } from './useEditions'
import { Workbench } from './Workbench'

interface TemplatePageProps {
  kind: string
  files: Files
  /** An edition does not compare itself with itself. */
  editionId?: Row['id']
  head: ReactNode
  /** Between the head and the files: what a person should know first. */
  notice?: ReactNode
  onChange?: (files: Files) => void
}

/** A template that fills the window: its files beside its paper, or compared with another edition. */
export function TemplatePage({ kind, files, editionId, head, notice, onChange }: TemplatePageProps) {
  const t = useT()
  const [other, setOther] = useState('')
  const others = useEditions(kind).filter(({ id }) => id !== editionId)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100%', minHeight: 480, gap: 1 }}>
      {head}
      {notice}
      <TextField
        select
        label={t('template.compareWith')}
        value={other}
        onChange={({ target }) => setOther(target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ width: 320, maxWidth: '100%', flex: 'none', mt: 0.75 }}
      >
        <MenuItem value="">—</MenuItem>
        {others.map(({ id, edition, name }) => (
          <MenuItem key={id} value={String(id)}>
            {t('template.edition', { edition: Number(edition) })} · {String(name)}
          </MenuItem>
        ))}
      </TextField>
      {other === '' ? (
        <Workbench {...{ kind, files, onChange }} />
      ) : (
        <Compared id={Number(other)} files={files} />
      )}
    </Box>
  )
}

function Compared({ id, files }: { id: number; files: Files }) {
  const { data } = useGetOne<Row>('templates', { id })
  return isWhole(data) ? <FilesDiff before={filesOf(data)} after={files} /> : null
}
