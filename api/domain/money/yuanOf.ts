/** 125630 分 → `'1256.30'`, for sentences. */
export const yuanOf = (fen: number): string => (fen / 100).toFixed(2)
