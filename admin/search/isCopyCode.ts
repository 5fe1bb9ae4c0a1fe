/** Papers bear codes that begin so; scanning one anywhere asks what it means, where records are only opened. */
export const isCopyCode = (code: string): boolean => /^doc\.[\w-]+\.\d+\.\d+\.[0-9a-f]{8}$/i.test(code)
