import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import { useState } from 'react'
import type { Identifier } from 'react-admin'
import { useT } from '../i18n/useT'

/** The archived PDF in the page. It is fetched when it is opened, since the trail notes who looks at a paper. */
export function PaperView({ documentId }: { documentId: Identifier }) {
  const t = useT()
  const [isOpen, setOpen] = useState(false)
  return (
    <Card sx={{ p: 2 }}>
      <Box component="details" onToggle={(event) => setOpen(event.currentTarget.open)}>
        <Box component="summary" sx={{ cursor: 'pointer', fontWeight: 600 }}>
          {t('papers.view')}
        </Box>
        {isOpen ? (
          <Box
            component="iframe"
            title={t('papers.view')}
            src={`/api/documents/${documentId}/pdf#navpanes=0&view=FitH`}
            sx={{
              display: 'block',
              width: '100%',
              height: '75vh',
              mt: 1.5,
              border: 1,
              borderColor: 'divider',
              bgcolor: 'action.hover',
            }}
          />
        ) : null}
      </Box>
    </Card>
  )
}
