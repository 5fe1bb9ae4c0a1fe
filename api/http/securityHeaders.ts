import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Helmet's headers. They are the same for every answer, so they are worked out once. */
export function securityHeaders(): RequestHandler {
  const request = new IncomingMessage(new Socket())
  const pattern = new ServerResponse(request)
  headers(request, pattern, () => undefined)
  const fixed = Object.entries(pattern.getHeaders())
  return (_request, response, next) => {
    for (const [name, value] of fixed) if (value !== undefined) response.setHeader(name, value)
    next()
  }
}

/** The console needs no script, style, font or connection but its own; MUI writes its styles into the page. */
const headers = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      connectSrc: ["'self'"],
      frameSrc: ["'self'", 'blob:'],
      workerSrc: ["'self'", 'blob:'],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'self'"],
    },
  },
  // Slipway also runs on plain HTTP inside a house; the proxy that adds TLS adds this header too.
  strictTransportSecurity: false,
  crossOriginOpenerPolicy: false,
  originAgentCluster: false,
})
