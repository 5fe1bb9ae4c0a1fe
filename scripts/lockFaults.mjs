/** @typedef {import('./ensure/lock.mjs').Lock} Lock */

/**
 * What would make `npm ci` fail elsewhere: platform packages that a package names but the lock lacks (a registry that
 * lagged behind when the lock was made), and download addresses of one particular registry.
 * @param {Lock} lock package-lock.json
 * @returns {string[]} one sentence each
 */
export function lockFaults(lock) {
  return Object.entries(lock.packages).flatMap(([folder, { optionalDependencies = {}, resolved }]) => {
    const missing = Object.keys(optionalDependencies).filter((name) => !isLocked(lock, folder, name))
    return [
      ...missing.map((name) => `${folder || 'package.json'} names ${name}, which package-lock.json lacks.`),
      ...(resolved?.startsWith('http')
        ? [`${folder} records a download address; npm install writes it without.`]
        : []),
    ]
  })
}

/**
 * Looks where Node would: in the package's own node_modules, then in those around it.
 * @param {Lock} lock @param {string} folder @param {string} name
 * @returns {boolean}
 */
function isLocked(lock, folder, name) {
  if (`${folder ? `${folder}/` : ''}node_modules/${name}` in lock.packages) return true
  if (folder === '') return false
  const nested = folder.lastIndexOf('/node_modules/')
  return isLocked(lock, nested < 0 ? '' : folder.slice(0, nested), name)
}
