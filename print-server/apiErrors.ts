/** The lease went to somebody else: nothing of it may be done or reported any more. */
export class StaleFence extends Error {
  override readonly name = 'StaleFence'
}

/** The job was canceled, held or has expired, so no attempt was opened. */
export class NotNow extends Error {
  override readonly name = 'NotNow'
}

/** The API is there and says no. `code` is the machine word of its error body. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused'
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`the API answered ${status} ${code}`)
  }
}

/** The API cannot be reached, or answers as one that is starting or stopping. */
export class ApiAway extends Error {
  override readonly name = 'ApiAway'
}
