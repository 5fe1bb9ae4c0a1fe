import Box from '@mui/material/Box'
import { Suspense, type ReactNode } from 'react'
import { SkipNavigationButton } from 'react-admin'
import { useLocation } from 'react-router-dom'
import { AuditTrailButton } from '../audit/AuditTrailButton'
import { RecordPanels, RecordTools } from '../engine/show/recordTools'
import { RecordPapers } from '../papers/RecordPapers'
import { AppBar } from './AppBar'
import { Crash } from './Crash'
import { Menu } from './Menu'
import { PageWait } from './PageWait'
import { Progress } from './Progress'

const recordTools = [AuditTrailButton]
const recordPanels = [RecordPapers]

/** Bar on top, menu at the left, and a page that owns the rest of the window. */
export function Layout({ children }: { children: ReactNode }) {
  const { pathname } = useLocation()
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: '100dvh', bgcolor: 'background.default' }}>
      <SkipNavigationButton />
      <AppBar />
      <Box sx={{ display: 'flex', flex: 1, minHeight: 0 }}>
        <Menu />
        <Box
          component="main"
          id="main-content"
          sx={{
            position: 'relative',
            flex: 1,
            minWidth: 0,
            overflow: 'auto',
            px: { xs: 1, md: 2 },
            pt: 0.5,
            pb: { xs: 9, sm: 0.5 },
          }}
        >
          <Progress />
          <Crash key={pathname}>
            <RecordTools value={recordTools}>
              <RecordPanels value={recordPanels}>
                <Suspense fallback={<PageWait />}>{children}</Suspense>
              </RecordPanels>
            </RecordTools>
          </Crash>
        </Box>
      </Box>
    </Box>
  )
}
