import { DataTypes } from 'sequelize'
import { z } from 'zod'
import { formatDecimal, parseDecimal } from '../decimal.js'
import { wrong, type FieldOptions, type Kind } from './field.js'

export interface DecimalOptions extends FieldOptions {
  /** Bounds as decimal strings. */
  min?: string
  max?: string
}

/** A quantity, decimal string with up to four places; stored ×10⁴. */
export const quantity = <const O extends DecimalOptions>(options: O) => ({
  kind: 'quantity' as const,
  ...options,
})

/** A unit price in yuan, decimal string with up to six places; stored ×10⁶. */
export const price = <const O extends DecimalOptions>(options: O) => ({ kind: 'price' as const, ...options })

/** A rate such as `"0.13"`, up to four places; stored ×10⁴. */
export const rate = <const O extends DecimalOptions>(options: O) => ({ kind: 'rate' as const, ...options })

export const QUANTITY_SCALE = 4
export const PRICE_SCALE = 6
export const RATE_SCALE = 4

function decimalKind(scale: number, lowest: string, highest: string): Kind {
  return {
    column: () => DataTypes.BIGINT,
    input(field) {
      const min = String(field.min ?? lowest)
      const max = String(field.max ?? highest)
      const [least, most] = [parseDecimal(min, scale) ?? 0, parseDecimal(max, scale) ?? 0]
      return z
        .union([z.string(), z.number()], { error: () => wrong('请填写数字。', 'Please enter a number.') })
        .transform((value, context) => {
          const parsed = parseDecimal(value, scale)
          if (parsed === null)
            context.addIssue({
              code: 'custom',
              message: wrong(
                `请填写数字，最多 ${scale} 位小数。`,
                `Enter a number with at most ${scale} decimal places.`,
              ),
            })
          else if (parsed < least || parsed > most)
            context.addIssue({
              code: 'custom',
              message: wrong(`应在 ${min} 到 ${max} 之间。`, `It must be between ${min} and ${max}.`),
            })
          return parsed ?? 0
        })
    },
    load: Number,
    output: (value) => formatDecimal(Number(value), scale),
    operators: ['eq', 'gte', 'lte'],
    jsonSchema: () => ({ type: ['string', 'number'], pattern: String.raw`^-?\d+(\.\d{1,${scale}})?$` }),
  }
}

export const quantityKind = decimalKind(QUANTITY_SCALE, '0.0001', '99999999')
export const priceKind = decimalKind(PRICE_SCALE, '0', '99999999')
export const rateKind = decimalKind(RATE_SCALE, '0', '1')
