import { problem, type FieldErrors } from './problem.js'
import type { Text2 } from './text.js'

export const BadRequest = problem('bad_request', 400, (text: Text2) => text)

export const NotSignedIn = problem('not_signed_in', 401, () => ({
  zh: '请先登录。',
  en: 'Please sign in first.',
}))

export const Forbidden = problem('forbidden', 403, (what?: Text2) => ({
  zh: what?.zh ?? '您没有这项操作的权限，请联系管理员。',
  en: what?.en ?? 'You may not do this. Ask an administrator for the right.',
}))

export const NotFound = problem('not_found', 404, (label: Text2, id?: string | number) => ({
  zh: id === undefined ? `没有这个地址：${label.zh}` : `没有编号为 ${id} 的${label.zh}。`,
  en: id === undefined ? `There is nothing at ${label.en}.` : `There is no record ${id} in ${label.en}.`,
}))

export const StaleVersion = problem('stale_version', 409, (have: number) => ({
  zh: `这条记录已被别人修改（现为第 ${have} 版），请刷新后再改。`,
  en: `Somebody changed this record meanwhile (now version ${have}). Reload it and change it again.`,
}))

export const IllegalTransition = problem(
  'illegal_transition',
  409,
  (action: Text2, state: Text2, from: Text2[]) => ({
    zh: `当前状态是「${state.zh}」，不能${action.zh}；只有「${from.map((t) => t.zh).join('、')}」时可以。`,
    en: `It is "${state.en}" and cannot take "${action.en}"; that needs ${from.map((t) => `"${t.en}"`).join(' or ')}.`,
  }),
)

export const Conflict = problem('conflict', 409, (text: Text2, errors?: FieldErrors) => ({ ...text, errors }))

export const IdempotencyMismatch = problem('idempotency_mismatch', 409, () => ({
  zh: '这个 Idempotency-Key 已用于另一份内容，请换一个新的。',
  en: 'This Idempotency-Key was used with another body. Use a new one.',
}))

export const TooLarge = problem('too_large', 413, (limit: string) => ({
  zh: `内容太大，最多 ${limit}。`,
  en: `The body is too large; at most ${limit}.`,
}))

export const Invalid = problem('invalid', 422, (errors: FieldErrors, text?: Text2) => ({
  zh: text?.zh ?? '有几处填写不对，请按提示修改。',
  en: text?.en ?? 'Some fields are not right. Please correct them as marked.',
  errors,
}))

export const TooManyTries = problem('too_many_tries', 429, (seconds: number) => ({
  zh: `尝试太多次，请 ${seconds} 秒后再试。`,
  en: `Too many tries. Try again in ${seconds} seconds.`,
  retryAfterSeconds: seconds,
}))

export const DiskFull = problem('disk_full', 503, () => ({
  zh: '数据库所在的磁盘已满，什么都没有改动。请管理员腾出空间后再试，无需重启。',
  en: "The database's disk is full. Nothing was changed; once an administrator has made room, try again. No restart is needed.",
  retryAfterSeconds: 60,
}))

export const Unavailable = problem('unavailable', 503, () => ({
  zh: '系统忙或数据库暂时连不上，什么都没有改动，请稍后再试。',
  en: 'The system is busy or its database is away. Nothing was changed; try again shortly.',
  retryAfterSeconds: 2,
}))
