import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import InputBase from '@mui/material/InputBase'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useStore } from 'react-admin'
import { useSearchParams } from 'react-router-dom'
import { useT } from '../i18n/useT'
import { fieldOf } from '../schema/fieldOf'
import type { ResourceSchema } from '../schema/types'
import { useText } from '../schema/useText'
import { useScan } from './useScan'
import { Verdict } from './Verdict'

/** Place, field and verdict. The field keeps the focus, so that a scanner's next code goes into it. */
export function ScanDesk({ resource }: { resource: ResourceSchema }) {
  const t = useT()
  const say = useText()
  const field = useRef<HTMLInputElement>(null)
  const [place, setPlace] = useStore('scan.place', 'packing')
  const [typed, setTyped] = useState('')
  const { told, isPending, scan } = useScan()
  const places = fieldOf(resource.fields, 'place')?.choices ?? []
  const take = (code: string) => {
    setTyped('')
    field.current?.focus()
    if (code.trim()) void scan(code.trim(), place)
  }

  // A code that was scanned on another page comes along in the address.
  const [params, setParams] = useSearchParams()
  const code = params.get('code')
  const takeFromAddress = useEffectEvent((scanned: string) => {
    setParams({}, { replace: true })
    take(scanned)
  })
  useEffect(() => {
    if (code) takeFromAddress(code)
  }, [code])

  return (
    <Card sx={{ p: 1.5, mb: 1.5, flex: 'none' }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1.5, mb: 1.5 }}>
        <ToggleButtonGroup
          exclusive
          size="small"
          value={place}
          aria-label={t('scan.place')}
          onChange={(_event, chosen: string | null) => {
            if (chosen) setPlace(chosen)
            field.current?.focus()
          }}
          sx={{
            flex: { xs: '1 0 100%', sm: 'none' },
            '& > button': { flex: { xs: 1, sm: 'none' }, px: 2, minHeight: { xs: 44, sm: 36 } },
          }}
        >
          {places.map(({ value, label }) => (
            <ToggleButton key={value} value={value}>
              {say(label)}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <InputBase
          autoFocus
          inputRef={field}
          value={typed}
          placeholder={t('scan.field')}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            event.preventDefault()
            take(typed)
          }}
          inputProps={{
            'aria-label': t('scan.field'),
            autoComplete: 'off',
            spellCheck: false,
            inputMode: 'text',
          }}
          sx={{
            flex: '1 1 240px',
            px: 1.5,
            minHeight: { xs: 44, sm: 36 },
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            fontSize: 16,
          }}
        />
      </Box>
      <Verdict told={told} isPending={isPending} />
    </Card>
  )
}
