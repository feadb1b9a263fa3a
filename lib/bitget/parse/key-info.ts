import { type KeyInfo, NO_KEY_INFO, WRITE_PERMISSIONS, type WritePermission } from '../../domain/account/key-info.ts';
import { isRecord } from '../../domain/core/guards.ts';
import { sanitizeText } from '../../domain/core/sanitize.ts';

const MAX_ADDRESSES = 50;
const MAX_ADDRESS_LENGTH = 45;

/** Classic permission codes. Source: Bitget's documentation of `spot/account/info`; the last two are an older form. */
const CLASSIC: Record<WritePermission | 'read', readonly string[]> = {
  read: 'coor cpor stor smor ttor wtor taxr chor p2pr pllr readonly'.split(' '),
  trade: 'coow cpow stow smow chow p2pw p2p pllw trade'.split(' '),
  transfer: ['ttow', 'wtow'],
  withdraw: ['wwow'],
  other: ['taxw'],
};

/** What `/api/v2/spot/account/info` says of a classic key. A code that nobody knows leaves its powers unknown. */
export function parseClassicKeyInfo(data: unknown): KeyInfo {
  if (!isRecord(data)) return NO_KEY_INFO;
  return { ...parseCommonFields(data), powers: parseWritePermissions(data.authorities) };
}

/** What `/api/v3/account/info` says of a unified key: its type decides, its permissions name the powers. */
export function parseUnifiedKeyInfo(data: unknown): KeyInfo {
  if (!isRecord(data)) return NO_KEY_INFO;
  return { ...parseCommonFields(data), powers: parseUnifiedWritePermissions(data.permType, data.permissions) };
}

function parseWritePermissions(codes: unknown): readonly WritePermission[] | null {
  if (!Array.isArray(codes)) return null;
  const powers = WRITE_PERMISSIONS.filter((power) => codes.some((code) => CLASSIC[power].includes(code)));
  const isUnderstood = codes.every((code) => Object.values(CLASSIC).some((known) => known.includes(code)));
  return powers.length > 0 || isUnderstood ? powers : null;
}

function parseUnifiedWritePermissions(type: unknown, permissions: unknown): readonly WritePermission[] | null {
  if (type === 'read-only') return [];
  if (type !== 'read-and-write') return null;
  const names = Array.isArray(permissions) ? permissions.map(String) : [];
  const named: WritePermission[] = [
    ...(names.some((name) => name.includes('trade')) ? ['trade' as const] : []),
    ...(names.some((name) => name.includes('transfer')) ? ['transfer' as const] : []),
    ...(names.includes('withdraw') ? ['withdraw' as const] : []),
  ];
  return named.length > 0 ? named : ['other'];
}

/** Bitget sends the addresses as text with commas or as a list. */
function parseCommonFields(data: Readonly<Record<string, unknown>>): Pick<KeyInfo, 'uid' | 'addresses'> {
  const { userId, ips } = data;
  const list = typeof ips === 'string' ? ips.split(',') : ips;
  const addresses = Array.isArray(list)
    ? list.slice(0, MAX_ADDRESSES).flatMap((address) => sanitizeText(address, MAX_ADDRESS_LENGTH) || [])
    : null;
  const uid = typeof userId === 'number' ? String(userId) : sanitizeText(userId);
  return { uid: uid || null, addresses };
}
