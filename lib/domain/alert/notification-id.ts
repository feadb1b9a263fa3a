/** The subject of a notification that is about several ones. */
export const SEVERAL = 'several';

/** The parts of a notification id: the key of its subject, when it was shown, and the page that its button opens. */
export type NotificationId = { readonly key: string; readonly at: number; readonly url: string | null };

const SHAPE = /^alert\/(.+)\/(\d+)(?: (https:\S+))?$/;

/**
 * Returns an id that no earlier notification has, because some systems replace one of the same id without showing it.
 * It carries the page of its button: a click may wake a new background.
 */
export function formatNotificationId({ key, at, url }: NotificationId): string {
  return `alert/${key}/${at}${url === null ? '' : ` ${url}`}`;
}

export function parseNotificationId(id: string): NotificationId | null {
  const [, key, at, url = null] = SHAPE.exec(id) ?? [];
  return key === undefined ? null : { key, at: Number(at), url };
}
