import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { endChild, listens, within } from './foreignPrinter.js'
import { freePort } from './ports.js'

/** What the printer's command saw: one entry for each time that paper came out. */
export interface Printed {
  name: string
  bytes: number
}

/** `ippeveprinter` of CUPS: a real IPP printer program that we did not write. It takes A4 and one job at a time. */
export interface Ippeve {
  uri: string
  port: number
  process: ChildProcess
  prints(): Promise<Printed[]>
  /** The file of the newest paper. */
  newestDocument(): Promise<Buffer>
  forgetPrints(): Promise<void>
  /** How long the next papers take, in seconds; `fails` makes the device break. */
  setDevice(facts: { seconds?: number; fails?: boolean }): Promise<void>
  stop(): Promise<void>
}

/** Starts a printer on a free port, with a message bus of its own, which ippeveprinter wants even without DNS-SD. */
export async function startIppeve(formats = ['application/pdf', 'image/pwg-raster']): Promise<Ippeve> {
  const folder = await mkdtemp(path.join(tmpdir(), 'slipway-ippeve-'))
  const file = (name: string) => path.join(folder, name)
  await Promise.all([mkdir(file('spool')), mkdir(file('keys'))])
  await writeFile(file('bus.conf'), busConfig(file('bus')))
  await writeFile(file('print.sh'), printCommand(folder))
  await chmod(file('print.sh'), 0o755)
  const setDevice: Ippeve['setDevice'] = async ({ seconds = 0, fails = false }) => {
    await writeFile(file('seconds'), String(seconds))
    await writeFile(file('fails'), fails ? 'yes' : 'no')
  }
  await setDevice({})

  const bus = start('dbus-daemon', [`--config-file=${file('bus.conf')}`, '--nofork', '--nopidfile'], folder)
  await within(() => Promise.resolve(existsSync(file('bus'))), 'dbus-daemon does not start; install dbus')
  const port = await freePort()
  const printer = start('ippeveprinter', printerArguments(port, formats, file), folder, {
    DBUS_SYSTEM_BUS_ADDRESS: `unix:path=${file('bus')}`,
  })
  const stop = async () => {
    await Promise.all([endChild(printer), endChild(bus)])
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await within(() => listens(port), 'ippeveprinter does not start; install cups-ipp-utils')
  } catch (error) {
    await stop()
    throw error
  }

  return {
    uri: `ipp://localhost:${port}/ipp/print`,
    port,
    process: printer,
    prints: async () =>
      (await readFile(file('prints'), 'utf8').catch(() => '')).split('\n').flatMap(readPrint),
    newestDocument: () => readFile(file('newest')),
    forgetPrints: () => rm(file('prints'), { force: true }),
    setDevice,
    stop,
  }
}

function printerArguments(port: number, formats: string[], file: (name: string) => string): string[] {
  const network = ['-r', 'off', '-p', String(port), '-n', 'localhost']
  const storage = ['-d', file('spool'), '-K', file('keys'), '-c', file('print.sh')]
  return [...network, ...storage, '-f', formats.join(), '-2', 'Slipway test printer']
}

function start(
  program: string,
  args: string[],
  folder: string,
  env: Record<string, string> = {},
): ChildProcess {
  const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'pipe'] })
  child.on('error', () => undefined)
  child.stderr?.on(
    'data',
    (bytes: Buffer) => void appendFile(path.join(folder, 'log'), bytes).catch(() => undefined),
  )
  return child
}

function readPrint(line: string): Printed[] {
  const [bytes, name] = line.split('|')
  // It escapes what a shell might take amiss.
  return name === undefined ? [] : [{ name: name.replace(/\\(.)/g, '$1'), bytes: Number(bytes) }]
}

/** Counts what comes out, after the paper has moved. ippeveprinter lets it run on when a job is canceled. */
function printCommand(folder: string): string {
  return `#!/bin/sh
echo 'ATTR: job-impressions=1' >&2
sleep "$(cat '${folder}/seconds')"
if [ "$(cat '${folder}/fails')" = yes ]; then echo 'ERROR: fuser broke' >&2; exit 3; fi
cp "$1" '${folder}/newest'
echo "$(stat -c %s "$1")|$IPP_JOB_NAME" >> '${folder}/prints'
echo 'ATTR: job-impressions-completed=1' >&2
`
}

function busConfig(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>system</type>
  <listen>unix:path=${socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow user="*"/><allow own="*"/><allow eavesdrop="true"/><allow send_destination="*" eavesdrop="true"/>
    <allow receive_type="method_return"/><allow receive_type="error"/><allow receive_type="signal"/>
    <allow send_requested_reply="true" send_type="method_return"/><allow send_type="method_call"/>
  </policy>
</busconfig>
`
}
