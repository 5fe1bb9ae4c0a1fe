import { QueryClient } from '@tanstack/react-query'
import { HttpError } from 'react-admin'

/** A refusal stays a refusal when asked again; only lost connections and overload are worth a second try. */
const isPassing = (error: unknown) =>
  error instanceof HttpError && (error.status === 0 || error.status === 502 || error.status === 503)

export const queryClient = new QueryClient({
  defaultOptions: {
    // The house's server may be there while the browser believes that there is no network; and a save that waits in
    // silence for a network looks like one that hangs. It is tried, and its failure is told.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      // Server-sent events tell what changed, so a look at another window need not ask for everything again.
      refetchOnWindowFocus: false,
      retry: (failures, error) => failures < 2 && isPassing(error),
    },
  },
})
