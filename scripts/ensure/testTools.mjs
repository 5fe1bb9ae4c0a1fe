import { Refusal, step } from '../say.mjs'
import { canInstallByApt, installByApt } from './apt.mjs'
import { findTool, lastLines } from './tool.mjs'

/** What the tests run that npm does not bring, and the Debian package of each. */
const packageOf = {
  mariadbd: 'mariadb-server',
  'mariadb-install-db': 'mariadb-server',
  ippeveprinter: 'cups-ipp-utils',
  ipptool: 'cups-ipp-utils',
  cupsd: 'cups-daemon',
  lpadmin: 'cups-client',
  'dbus-daemon': 'dbus',
  pdftoppm: 'poppler-utils',
  pdftotext: 'poppler-utils',
}

/** Installs the programs that the tests need, or refuses: a test that cannot run must not look like one that passed. */
export async function ensureTestTools() {
  const packages = missingPackages()
  if (packages.length === 0) return
  const list = packages.join(' ')
  if (!canInstallByApt())
    throw new Refusal({
      zh: `测试还需要 ${list}；在 Debian 上请运行 sudo apt-get install -y ${list}，然后重试。`,
      en: `The tests also need ${list}; on Debian run sudo apt-get install -y ${list} and try again.`,
    })
  await step({ zh: `安装测试工具：${list}`, en: `installing what the tests need: ${list}` }, () =>
    install(packages),
  )
}

function missingPackages() {
  const missing = Object.entries(packageOf).filter(([tool]) => findTool(tool) === undefined)
  return [...new Set(missing.map(([, name]) => name))]
}

/** @param {string[]} packages */
async function install(packages) {
  const result = await installByApt(packages)
  const still = missingPackages()
  if (result.code === 0 && still.length === 0) return
  const list = still.length > 0 ? still.join(' ') : packages.join(' ')
  throw new Refusal(
    {
      zh: `apt-get 没能安装 ${list}，原因见上。`,
      en: `apt-get could not install ${list}; the reason stands above.`,
    },
    lastLines(result.output),
  )
}
