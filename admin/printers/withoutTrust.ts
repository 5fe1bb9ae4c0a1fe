import type { ResourceSchema } from '../schema/types'

/** Trusting a certificate stands beside what the certificate says, and not among the steps of a printer. */
export const withoutTrust = (resource: ResourceSchema): ResourceSchema => ({
  ...resource,
  actions: resource.actions.filter(({ name }) => name !== 'trustCertificate'),
})
