/** What an `adaptiveCard/action` invoke is answered with. */
export type PressReply = { readonly statusCode: number; readonly type: string; readonly value: unknown };

/** A valid error for an `adaptiveCard/action` invoke. */
export function errorReply(statusCode: 400 | 500, code: string, message: string): PressReply {
  return { statusCode, type: 'application/vnd.microsoft.error', value: { code, message } };
}

/** A short word that Teams shows below the pressed card; '' shows nothing. */
export function wordReply(value: string): PressReply {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}
