import { HttpError } from 'react-admin'
import { isObject } from '../schema/valueAt'

/** An error answer of the API: `{ code, message, errors }`, where errors mirrors the shape of the form. */
export interface Problem {
  status: number
  code: string
  message: string
  errors: Record<string, unknown>
}

/** Reads any thrown value as a problem; a status of 0 means that no answer came at all. */
export function problemOf(error: unknown): Problem {
  const body: unknown = error instanceof HttpError ? error.body : undefined
  const fields = isObject(body) ? body : {}
  const status: unknown = error instanceof HttpError ? error.status : undefined
  return {
    status: typeof status === 'number' ? status : -1,
    code: typeof fields.code === 'string' ? fields.code : '',
    message: error instanceof Error ? error.message : String(error),
    errors: isObject(fields.errors) ? fields.errors : {},
  }
}
