import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http'
import type { Express } from 'express'

const LARGEST_HEAD = 64 * 1024

/**
 * An HTTP server of the app whose requests and responses are Express's from the beginning. Express gives each of them its
 * methods by changing its prototype, after which V8 keeps a hidden class for every single one until the next full
 * collection, and none of the code that handles them stays optimized; here there is nothing left to change.
 */
export function serverOf(app: Express): Server {
  class Asked extends IncomingMessage {}
  class Answer extends ServerResponse<Asked> {}
  for (const [name, own] of [
    ['request', Asked.prototype],
    ['response', Answer.prototype],
  ] as const) {
    Object.setPrototypeOf(own, app[name])
    Reflect.set(app, name, own)
  }
  return createServer({ maxHeaderSize: LARGEST_HEAD, IncomingMessage: Asked, ServerResponse: Answer }, app)
}
