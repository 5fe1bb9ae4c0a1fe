import type { Kind, KindName } from './field.js'
import { choiceKind } from './choice.js'
import { priceKind, quantityKind, rateKind } from './decimals.js'
import { groupKind, jsonKind, linesKind } from './nested.js'
import { booleanKind, integerKind, moneyKind } from './numbers.js'
import { hashKind, sentenceKind } from './plain.js'
import { referenceKind } from './reference.js'
import { longtextKind, textKind } from './text.js'
import { dateKind, datetimeKind } from './times.js'

export * from './choice.js'
export * from './decimals.js'
export * from './field.js'
export * from './nested.js'
export * from './numbers.js'
export * from './plain.js'
export * from './reference.js'
export * from './text.js'
export * from './times.js'

export const kinds: Record<KindName, Kind> = {
  text: textKind,
  longtext: longtextKind,
  integer: integerKind,
  quantity: quantityKind,
  money: moneyKind,
  price: priceKind,
  rate: rateKind,
  boolean: booleanKind,
  date: dateKind,
  datetime: datetimeKind,
  choice: choiceKind,
  reference: referenceKind,
  lines: linesKind,
  group: groupKind,
  json: jsonKind,
  hash: hashKind,
  sentence: sentenceKind,
}
