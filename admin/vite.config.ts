import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const core =
  /node_modules\/(react|react-dom|scheduler|react-router|react-router-dom|ra-core|@tanstack|react-hook-form|@emotion|stylis)\//

export default defineConfig({
  plugins: [react()],
  server: { host: '127.0.0.1', port: 5173, proxy: { '/api': 'http://127.0.0.1:8080' } },
  build: {
    target: 'es2022',
    // An inlined script would need a hash in the content policy.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1100,
    // What every page needs is one chunk: it compresses better than in forty, and stays cached when screens change.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'core', test: core }] } } },
  },
})
