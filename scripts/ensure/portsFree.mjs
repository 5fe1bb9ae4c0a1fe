import { createServer } from 'node:net'
import { Refusal } from '../say.mjs'

/**
 * Refuses to go on when a port is taken, naming the variable that moves it.
 * @param {{ variable: string, host: string, port: number }[]} wanted
 */
export async function ensurePortsFree(wanted) {
  for (const { variable, host, port } of wanted) {
    const fault = await tryToListen(host, port)
    if (fault === 'EADDRINUSE')
      throw new Refusal({
        zh: `端口 ${port} 已被别的程序占用；请停掉那个程序，或换一个端口：${variable}=${port + 10} npm start。`,
        en: `Port ${port} is taken by another program; stop that program or choose another port: ${variable}=${port + 10} npm start.`,
      })
    if (fault)
      throw new Refusal({
        zh: `无法在 ${host} 的端口 ${port} 上监听（${fault}）；请修改 HOST 或 ${variable}。`,
        en: `Cannot listen on ${host}, port ${port} (${fault}); change HOST or ${variable}.`,
      })
  }
}

/** @param {string} host @param {number} port @returns {Promise<string | undefined>} the code of the error */
function tryToListen(host, port) {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', (error) => resolve('code' in error ? String(error.code) : error.message))
    server.listen({ host, port }, () => server.close(() => resolve(undefined)))
  })
}
