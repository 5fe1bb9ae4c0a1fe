/** Whose files they are, in the table of files. */
export const fileOwner = (exportId: number): string => `month-exports/${exportId}`
