import { fetchUtils } from 'ra-core'
import simpleRest from 'ra-data-simple-rest'
import type { Client } from './client.js'

/** The console's own kind of data provider, with its own way of fetching, as one caller of a running API. */
export const restProvider = (client: Client) =>
  simpleRest(client.url, async (url, options = {}) => {
    const headers = new Headers(options.headers)
    headers.set('Accept', 'application/json')
    for (const [name, value] of Object.entries(await client.headers())) headers.set(name, value)
    return fetchUtils.fetchJson(url, { ...options, headers })
  })

export type RestProvider = ReturnType<typeof restProvider>
