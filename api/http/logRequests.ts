import type { RequestHandler } from 'express'
import type { Logger } from 'pino'
import { requestIdOf } from '../engine/call.js'

/** One line per request. No query, no body, no header: they may hold customers' data or secrets. */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const began = performance.now()
    const path = request.path
    response.once('close', () => {
      log.info(
        {
          requestId: requestIdOf(request),
          method: request.method,
          path,
          status: response.statusCode,
          ms: Math.round(performance.now() - began),
        },
        'request',
      )
    })
    next()
  }
}
