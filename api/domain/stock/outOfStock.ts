import { problem, type FieldErrors } from '../../engine/problem.js'

/** There is not enough; `errors` say where: `quantity`, or `lines[i].quantity`. */
export const OutOfStock = problem('out_of_stock', 409, (errors: FieldErrors) => ({
  zh: '库存不足，没有占用任何库存；缺货的行已标出。',
  en: 'Not enough stock; nothing was reserved. The lines that are short are marked.',
  errors,
}))
