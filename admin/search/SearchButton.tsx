import Search from '@mui/icons-material/Search'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { lazy, Suspense, useState } from 'react'
import { useCreatePath, useNotify } from 'react-admin'
import { useNavigate } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { useShortcut } from '../layout/shortcuts'
import { problemOf } from '../providers/problem'
import { find } from './find'
import { isCopyCode } from './isCopyCode'
import { useScanner } from './useScanner'

const SearchDialog = lazy(() => import('./SearchDialog'))

/** The way to any record from any page: by Ctrl-K, by a click, or by pointing a barcode scanner at its paper. */
export function SearchButton() {
  const t = useT()
  const notify = useNotify()
  const navigate = useNavigate()
  const createPath = useCreatePath()
  const [text, setText] = useState<string>()
  useShortcut('mod+k', 'shortcut.find', () => setText(''))
  useScanner((code) => {
    const open = async () => {
      if (isCopyCode(code)) return navigate(`/copy-scans?code=${encodeURIComponent(code)}`)
      try {
        const results = await find(code)
        const [first, second] = results
        if (!first) return notify(t('search.scanned', { text: code }), { type: 'warning' })
        // One record, or one that bears the code itself: nothing is left to choose.
        if (!first.exact && second) return setText(code)
        await navigate(createPath({ resource: first.resource, type: 'show', id: first.record.id }))
      } catch (error) {
        notify(problemOf(error).message, { type: 'error' })
      }
    }
    void open()
  })
  return (
    <>
      <Button
        color="inherit"
        aria-label={`${t('search.title')} Ctrl K`}
        onClick={() => setText('')}
        startIcon={<Search />}
        sx={{
          flex: { xs: 'none', md: '0 1 260px' },
          minWidth: 36,
          justifyContent: 'flex-start',
          color: 'text.secondary',
          border: { md: 1 },
          borderColor: { md: 'divider' },
          '& .MuiButton-startIcon': { mr: { xs: 0, md: 0.75 }, ml: 0 },
        }}
      >
        <Box component="span" sx={{ display: { xs: 'none', md: 'flex' }, flex: 1 }}>
          <span style={{ flex: 1, textAlign: 'left' }}>{t('search.title')}</span>
          <span>Ctrl K</span>
        </Box>
      </Button>
      {text === undefined ? null : (
        <Suspense fallback={null}>
          <SearchDialog initial={text} onClose={() => setText(undefined)} />
        </Suspense>
      )}
    </>
  )
}
