import pino, { type Logger } from 'pino'

/**
 * Structured logs. Errors of the database carry their SQL and its values, which may be customers' data: only the
 * kind, the message, the code and the stack are logged.
 */
export const createLog = (level: string): Logger =>
  pino({
    level,
    base: { program: 'api' },
    serializers: {
      err: (error: unknown) =>
        error instanceof Error
          ? { type: error.name, message: error.message, code: codeOf(error), stack: error.stack }
          : { message: String(error) },
    },
  })

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined)
