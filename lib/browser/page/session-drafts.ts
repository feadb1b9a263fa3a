import { isRecord, isText } from '../../domain/core/guards.ts';

/** Texts that the user typed, by field. */
export type TypedTexts = Readonly<Record<string, string>>;

/** Returns what was typed into this tab before its last reload. Never for secrets: the browser writes it to the disk. */
export function readTypedTexts(name: string): TypedTexts {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(buildKey(name)) ?? '{}');
    return isRecord(stored) ? Object.fromEntries(Object.entries(stored).filter(isTextEntry)) : {};
  } catch {
    return {};
  }
}

/** Keeps what was typed for a reload of this tab. */
export function keepTypedTexts(name: string, typed: TypedTexts): void {
  try {
    if (Object.keys(typed).length === 0) sessionStorage.removeItem(buildKey(name));
    else sessionStorage.setItem(buildKey(name), JSON.stringify(typed));
  } catch {
    // Without storage, a reload loses what was typed.
  }
}

/** Forgets everything that was typed in this tab. */
export function forgetTypedTexts(): void {
  try {
    sessionStorage.clear();
  } catch {
    // Without storage, nothing was kept.
  }
}

function buildKey(name: string): string {
  return `draft:${name}`;
}

function isTextEntry(entry: [string, unknown]): entry is [string, string] {
  return isText(entry[1]);
}
