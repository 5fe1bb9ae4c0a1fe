import { spawn, type ChildProcess } from 'node:child_process'
import type { House } from './house.js'
import { freePort } from './ports.js'

/** Starts the real print server as a process of its own, with a fresh key of the site `main`. */
export async function startPrintServer(house: House, name: string): Promise<ChildProcess> {
  const key = await house.as('admin').create('api-keys', { name, roles: ['print-server'], site: 'main' })
  return spawn('node', ['--import', 'tsx', 'print-server/main.ts'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      API_URL: house.api.origin,
      PRINT_SERVER_TOKEN: String(key.token),
      PRINT_SERVER_PORT: String(await freePort()),
      PRINTER_DISCOVERY: '0',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
}
