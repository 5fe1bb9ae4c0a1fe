/** Texts that people mean to be the same: without width, case, spaces and marks. For codes and names. */
export const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')

/** The same for heads of columns, where punctuation says nothing either: `编码*`, `Short_name`. */
export const foldHead = (text: string): string =>
  fold(text)
    .replace(/\((必填|选填|required|optional|元|yuan)\)/g, '')
    .replace(/[\s*:_./-]+/g, '')
