import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import LinearProgress from '@mui/material/LinearProgress'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useGetList } from 'react-admin'
import { useT } from '../i18n/useT'
import type { Row } from '../schema/row'
import { copiesOf, papersOf, type Files } from './templateRecord'
import type { Fault, PreviewChoice } from './usePreview'

interface PreviewPaneProps {
  kind: string
  files: Files
  choice: PreviewChoice
  onChoose: (choice: PreviewChoice) => void
  url: string | null
  fault: Fault | null
  isDrawing: boolean
}

/** The paper as it would be printed, with what it is drawn for; a fault stands above what was drawn last. */
export function PreviewPane({ kind, files, choice, onChoose, url, fault, isDrawing }: PreviewPaneProps) {
  const t = useT()
  const { data: documents = [] } = useGetList<Row>('documents', {
    filter: { kind },
    sort: { field: 'id', order: 'DESC' },
    pagination: { page: 1, perPage: 20 },
  })
  const papers = papersOf(files)
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, height: '100%', gap: 1 }}>
      <Box sx={{ display: 'flex', gap: 1, pt: 0.75 }}>
        <Choice
          label={t('template.paper')}
          value={papers.some(({ name }) => name === choice.paper) ? choice.paper : (papers[0]?.name ?? '')}
          options={papers.map(({ name, widthMm, heightMm }) => [name, `${name} ${widthMm}×${heightMm}`])}
          onChoose={(paper) => onChoose({ ...choice, paper })}
        />
        <Choice
          label={t('template.copy')}
          value={String(choice.copyNo)}
          options={[
            ['0', t('template.allCopies')],
            ...copiesOf(files).map(({ copyNo, name }): [string, string] => [
              String(copyNo),
              `${copyNo} ${name}`,
            ]),
          ]}
          onChoose={(copyNo) => onChoose({ ...choice, copyNo: Number(copyNo) })}
        />
        <Choice
          label={t('template.data')}
          value={String(choice.documentId)}
          options={[
            ['0', t('template.sample')],
            ...documents.map(({ id, no }): [string, string] => [String(id), String(no)]),
          ]}
          onChoose={(id) => onChoose({ ...choice, documentId: Number(id) })}
        />
      </Box>
      {fault ? (
        <Alert severity="error" role="alert" sx={{ overflowWrap: 'anywhere' }}>
          {fault.file ? <b>{t('template.fault', { file: fault.file, line: fault.line ?? 1 })}：</b> : null}
          {fault.message}
        </Alert>
      ) : null}
      <Box sx={{ height: 4 }}>{isDrawing ? <LinearProgress aria-label={t('template.drawing')} /> : null}</Box>
      <Box sx={{ flex: 1, minHeight: 240, border: 1, borderColor: 'divider', bgcolor: 'action.hover' }}>
        {url ? (
          <iframe
            src={`${url}#toolbar=0&navpanes=0&view=FitH`}
            title={t('template.preview')}
            style={{ width: '100%', height: '100%', border: 0, opacity: fault ? 0.5 : 1 }}
          />
        ) : null}
      </Box>
    </Box>
  )
}

interface ChoiceProps {
  label: string
  value: string
  options: [value: string, text: string][]
  onChoose: (value: string) => void
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <TextField
      select
      label={label}
      value={options.some(([one]) => one === value) ? value : (options[0]?.[0] ?? '')}
      onChange={({ target }) => onChoose(target.value)}
      sx={{ flex: 1, minWidth: 0 }}
    >
      {options.map(([one, text]) => (
        <MenuItem key={one} value={one}>
          {text}
        </MenuItem>
      ))}
    </TextField>
  )
}
