// Node 20 starts no thread from TypeScript, even where tsx is loaded; so a thread starts here and loads tsx by itself.
import { tsImport } from 'tsx/esm/api'

await tsImport('./rasterizeInThread.ts', import.meta.url)
