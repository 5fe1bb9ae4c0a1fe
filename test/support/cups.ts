import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { endChild, listens, within } from './foreignPrinter.js'
import { freePort } from './ports.js'

/** A queue of a private CUPS: a spooler that keeps jobs, between us and a device that the test steers. */
export interface Cups {
  /** The queue's address. */
  uri: string
  port: number
  /** What came out of the device: one entry for each time that paper moved. */
  prints(): Promise<{ name: string; bytes: number }[]>
  /** How long the next papers take, in seconds; `fails` makes the device break before it prints. */
  setDevice(facts: { seconds?: number; fails?: boolean }): Promise<void>
  forgetPrints(): Promise<void>
  /** Runs a command of CUPS on the queue: cupsdisable, cupsenable, cupsreject, cupsaccept, cancel. */
  run(command: string, ...args: string[]): void
  /** Ends the spooler as a power cut does, and starts it again on what it had written. */
  crash(): Promise<void>
  stop(): Promise<void>
}

const QUEUE = 'queue'

/** Starts a spooler of its own in a folder of its own; the system's CUPS is neither asked nor touched. */
export async function startCups(): Promise<Cups> {
  const folder = await mkdtemp(path.join(tmpdir(), 'slipway-cups-'))
  const file = (name: string) => path.join(folder, name)
  const port = await freePort()
  // Its programs for special queues run as another user, who must get through to the spool.
  await chmod(folder, 0o755)
  for (const name of ['root', 'bin/backend', 'state', 'cache', 'spool/tmp', 'ssl'])
    await mkdir(file(name), { recursive: true })
  await symlink('/usr/lib/cups/daemon', file('bin/daemon'))
  await writeFile(file('root/cupsd.conf'), daemonConfig(port))
  await writeFile(file('root/cups-files.conf'), filesConfig(file))
  await writeFile(file('bin/backend/device'), deviceProgram(folder), { mode: 0o500 })
  const setDevice: Cups['setDevice'] = async ({ seconds = 0, fails = false }) => {
    await writeFile(file('seconds'), String(seconds))
    await writeFile(file('fails'), fails ? 'yes' : 'no')
  }
  await setDevice({})

  let daemon: ChildProcess
  const start = async () => {
    daemon = spawn(
      '/usr/sbin/cupsd',
      ['-f', '-c', file('root/cupsd.conf'), '-s', file('root/cups-files.conf')],
      { stdio: 'ignore' },
    )
    daemon.on('error', () => undefined)
    await within(() => listens(port), 'cupsd does not start; install cups-daemon')
  }
  const run = (command: string, ...args: string[]) => {
    const program = command === 'lpadmin' || command.startsWith('cups') ? `/usr/sbin/${command}` : command
    const { status, stderr, error } = spawnSync(program, ['-h', `localhost:${port}`, ...args], {
      encoding: 'utf8',
    })
    if (status !== 0) throw error ?? new Error(`${command}: ${stderr}`)
  }
  const stop = async () => {
    await endChild(daemon)
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await start()
    run('lpadmin', '-p', QUEUE, '-E', '-v', 'device:/', '-m', 'raw', '-o', 'printer-error-policy=retry-job')
  } catch (error) {
    await stop()
    throw error
  }
  return {
    uri: `ipp://localhost:${port}/printers/${QUEUE}`,
    port,
    prints: async () =>
      (await readFile(file('prints'), 'utf8').catch(() => '')).split('\n').flatMap((line) => {
        const [bytes, name] = line.split('|')
        return name === undefined ? [] : [{ name, bytes: Number(bytes) }]
      }),
    setDevice,
    forgetPrints: () => rm(file('prints'), { force: true }),
    run,
    async crash() {
      daemon.kill('SIGKILL')
      await endChild(daemon)
      await start()
    },
    stop,
  }
}

function daemonConfig(port: number): string {
  return `Listen localhost:${port}
LogLevel warn
Browsing No
WebInterface No
DefaultAuthType None
PreserveJobHistory Yes
JobRetryInterval 1
DirtyCleanInterval 0
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
`
}

function filesConfig(file: (name: string) => string): string {
  const isRoot = process.getuid?.() === 0
  return `${isRoot ? 'User lp\nGroup lp\n' : ''}SystemGroup root lpadmin
ServerRoot ${file('root')}
ServerBin ${file('bin')}
DataDir /usr/share/cups
StateDir ${file('state')}
CacheDir ${file('cache')}
RequestRoot ${file('spool')}
TempDir ${file('spool/tmp')}
ServerKeychain ${file('ssl')}
AccessLog ${file('access')}
ErrorLog ${file('error')}
PageLog ${file('page')}
`
}

/** A backend of CUPS: counts what comes out, after the paper has moved. */
function deviceProgram(folder: string): string {
  return `#!/bin/sh
[ $# -eq 0 ] && exit 0
if [ "$(cat '${folder}/fails')" = yes ]; then echo 'ERROR: the device is broken' >&2; exit 1; fi
sleep "$(cat '${folder}/seconds')"
echo "$(cat "\${6:--}" | wc -c)|$3" >> '${folder}/prints'
echo 'ATTR: job-impressions-completed=1' >&2
`
}
