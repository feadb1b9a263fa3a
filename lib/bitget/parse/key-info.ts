import { type KeyFacts, NO_FACTS, POWERS, type Power } from '../../domain/account/key-info.ts';
import { isRecord } from '../../domain/core/guards.ts';
import { plain } from '../../domain/core/sanitize.ts';

const MOST_ADDRESSES = 50;
const LONGEST_ADDRESS = 45;

/** Classic permission codes. Source: Bitget's documentation of `spot/account/info`; the last two are an older form. */
const CLASSIC: Record<Power | 'read', readonly string[]> = {
  read: 'coor cpor stor smor ttor wtor taxr chor p2pr pllr readonly'.split(' '),
  trade: 'coow cpow stow smow chow p2pw p2p pllw trade'.split(' '),
  transfer: ['ttow', 'wtow'],
  withdraw: ['wwow'],
  other: ['taxw'],
};

/** What `/api/v2/spot/account/info` says of a classic key. A code that nobody knows leaves its powers unknown. */
export function parseClassicKey(data: unknown): KeyFacts {
  if (!isRecord(data)) return NO_FACTS;
  return { ...common(data), powers: powersOf(data.authorities) };
}

/** What `/api/v3/account/info` says of a unified key: its type decides, its permissions name the powers. */
export function parseUnifiedKey(data: unknown): KeyFacts {
  if (!isRecord(data)) return NO_FACTS;
  return { ...common(data), powers: unifiedPowers(data.permType, data.permissions) };
}

function powersOf(codes: unknown): readonly Power[] | null {
  if (!Array.isArray(codes)) return null;
  const powers = POWERS.filter((power) => codes.some((code) => CLASSIC[power].includes(code)));
  const isUnderstood = codes.every((code) => Object.values(CLASSIC).some((known) => known.includes(code)));
  return powers.length > 0 || isUnderstood ? powers : null;
}

function unifiedPowers(type: unknown, permissions: unknown): readonly Power[] | null {
  if (type === 'read-only') return [];
  if (type !== 'read-and-write') return null;
  const names = Array.isArray(permissions) ? permissions.map(String) : [];
  const named: Power[] = [
    ...(names.some((name) => name.includes('trade')) ? ['trade' as const] : []),
    ...(names.some((name) => name.includes('transfer')) ? ['transfer' as const] : []),
    ...(names.includes('withdraw') ? ['withdraw' as const] : []),
  ];
  return named.length > 0 ? named : ['other'];
}

/** Bitget sends the addresses as text with commas or as a list. */
function common(data: Readonly<Record<string, unknown>>): Pick<KeyFacts, 'uid' | 'addresses'> {
  const { userId, ips } = data;
  const list = typeof ips === 'string' ? ips.split(',') : ips;
  const addresses = Array.isArray(list)
    ? list.slice(0, MOST_ADDRESSES).flatMap((address) => plain(address, LONGEST_ADDRESS) || [])
    : null;
  const uid = typeof userId === 'number' ? String(userId) : plain(userId);
  return { uid: uid || null, addresses };
}
