import type { ErrorRequestHandler } from 'express'
import type { Logger } from 'pino'
import { isDeadlock, isDiskFull, isUnreachable } from '../db/errors.js'
import { answer, requestIdOf, requestLanguage } from '../engine/call.js'
import { Problem } from '../engine/problem.js'
import { BadRequest, DiskFull, TooLarge, Unavailable } from '../engine/problems.js'
import { say } from '../engine/text.js'
import { asObject } from '../engine/shapes.js'

const unexpected = new Problem(
  'internal',
  500,
  say(
    '系统出错，什么都没有改动。请把请求号告诉管理员。',
    'Something went wrong and nothing was changed. Tell the administrator the request id.',
  ),
)

/** The one place where errors become replies. What nobody foresaw is logged whole and told as a request id. */
export function handleErrors(log: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      log.warn(
        { requestId: requestIdOf(request), err: withoutData(error) },
        'failed after the reply had begun',
      )
      response.destroy()
      return next()
    }
    const problem = asProblem(error)
    if (problem === unexpected)
      log.error({ requestId: requestIdOf(request), err: withoutData(error) }, 'unexpected error')
    if (problem.retryAfterSeconds) response.set('Retry-After', String(problem.retryAfterSeconds))
    const body = problem.body(requestLanguage(request))
    answer(
      response,
      problem.status,
      problem === unexpected ? { ...body, requestId: requestIdOf(request) } : body,
    )
  }
}

/** The error without what an ORM hangs on it: statements and their values are no matter of the log. */
function withoutData(error: unknown): unknown {
  if (typeof error === 'object' && error !== null)
    for (const name of ['sql', 'parameters', 'parent', 'original', 'errors', 'fields'])
      Reflect.deleteProperty(error, name)
  return error
}

function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  if (isDiskFull(error)) return DiskFull()
  if (isUnreachable(error) || isDeadlock(error)) return Unavailable()
  const { type, limit, status } = asObject(error)
  if (type === 'entity.too.large') return TooLarge(`${Math.round(Number(limit) / 1024)} KB`)
  if (type === 'entity.parse.failed')
    return BadRequest(say('请求内容不是正确的 JSON。', 'The body is not valid JSON.'))
  if (typeof type === 'string' && /^(encoding|charset|request|entity)\./.test(type))
    return BadRequest(say('请求内容无法读取。', 'The body cannot be read.'))
  // Bytes that cannot be unpacked come without a type.
  if (type === undefined && status === 400 && !(error instanceof URIError))
    return BadRequest(say('请求内容无法读取。', 'The body cannot be read.'))
  if (error instanceof URIError)
    return BadRequest(say('地址中有无法识别的字符。', 'The address holds characters that cannot be read.'))
  return unexpected
}
