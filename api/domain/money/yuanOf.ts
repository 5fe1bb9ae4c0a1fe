import { formatDecimal } from '../../engine/decimal.js'

/** 125630 分 → `'1256.3'`, for sentences. */
export const yuanOf = (fen: number): string => formatDecimal(fen, 2)
