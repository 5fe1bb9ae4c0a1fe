import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App'
import { listenForShortcuts } from './layout/shortcuts'
import { followEvents } from './providers/events'
import { followPreferences } from './providers/preferences'
import { queryClient } from './providers/queryClient'

followEvents(queryClient)
followPreferences()
listenForShortcuts()

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
