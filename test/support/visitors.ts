import { password, signedIn } from './api.js'
import { Client, type Reply } from './client.js'
import { next, type House } from './house.js'

export const cookieIn = (reply: Reply) => /^[^;]+/.exec(reply.header('set-cookie') ?? '')?.[0] ?? ''
export const tokenIn = (reply: Reply) => cookieIn(reply).split('=')[1] ?? ''

/** People before and after they sign in, as a browser sends them. */
export const visitorsOf = (house: () => House) => ({
  signIn: (username: string, secret = password, headers = {}, api = house().api) =>
    api.nobody.post('/session', { username, password: secret }, headers),

  withCookie: (cookie: string, headers = {}) =>
    new Client(house().api.nobody.url, async () => ({ Cookie: cookie, ...headers })),

  /** A user of their own for a test that changes or ends them. */
  newUser: async (fields: object = {}) => {
    const username = `user-${next()}`
    const body = { username, name: '某人', roles: ['clerk'], password, ...fields }
    const { id } = await house().as('admin').create('users', body)
    return { id, username, client: signedIn(house().api.nobody, username, password) }
  },
})
