/**
 * A record read for a form has a query of its own, so that a change made elsewhere meanwhile does not type over the
 * person's shoulder. It is not kept: each form starts from what the server has now.
 */
export const formQuery = { meta: { form: true }, gcTime: 0, staleTime: Infinity }
