import pino, { type Logger } from 'pino'

/**
 * Structured logs. Errors of the database carry their SQL and its values, which may be customers' data: only the
 * kind, the message, the code and the stack are logged.
 */
export const createLog = (level: string): Logger =>
  pino(
    {
      level,
      base: { program: 'api' },
      serializers: {
        err: (error: unknown) =>
          error instanceof Error
            ? { type: error.name, message: error.message, code: codeOf(error), stack: error.stack }
            : { message: String(error) },
      },
    },
    // Lines are written some at a time, at the latest after half a second and when the process ends.
    pino.destination({ dest: 1, minLength: 4096, periodicFlush: 500, sync: true }),
  )

const codeOf = (error: Error): unknown => ('code' in error ? error.code : undefined)
