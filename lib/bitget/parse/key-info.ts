import { type KeyInfo, NO_KEY_INFO, WRITE_PERMISSIONS, type WritePermission } from '../../domain/account/key-info.ts';
import { isRecord } from '../../domain/core/guards.ts';
import { sanitizeText } from '../../domain/core/sanitize.ts';

const MAX_ADDRESSES = 50;
const MAX_ADDRESS_LENGTH = 45;

/** Classic permission codes. Source: Bitget's documentation of `spot/account/info`; the last two are an older form. */
const CLASSIC_CODES: Record<WritePermission | 'read', readonly string[]> = {
  read: 'coor cpor stor smor ttor wtor taxr chor p2pr pllr readonly'.split(' '),
  trade: 'coow cpow stow smow chow p2pw p2p pllw trade'.split(' '),
  transfer: ['ttow', 'wtow'],
  withdraw: ['wwow'],
  other: ['taxw'],
};

/** Parses `/api/v2/spot/account/info`. An undocumented permission code makes the permissions unknown. */
export function parseClassicKeyInfo(data: unknown): KeyInfo {
  if (!isRecord(data)) return NO_KEY_INFO;
  return { ...parseCommonFields(data), powers: parseClassicWritePermissions(data.authorities) };
}

/** Parses `/api/v3/account/info`. The key's type decides whether it can write, and its permissions say what. */
export function parseUnifiedKeyInfo(data: unknown): KeyInfo {
  if (!isRecord(data)) return NO_KEY_INFO;
  return { ...parseCommonFields(data), powers: parseUnifiedWritePermissions(data.permType, data.permissions) };
}

function parseClassicWritePermissions(codes: unknown): readonly WritePermission[] | null {
  if (!Array.isArray(codes)) return null;
  const granted = WRITE_PERMISSIONS.filter((name) => codes.some((code) => CLASSIC_CODES[name].includes(code)));
  const areDocumented = codes.every((code) => Object.values(CLASSIC_CODES).some((known) => known.includes(code)));
  return granted.length > 0 || areDocumented ? granted : null;
}

function parseUnifiedWritePermissions(type: unknown, permissions: unknown): readonly WritePermission[] | null {
  if (type === 'read-only') return [];
  if (type !== 'read-and-write') return null;
  const names = Array.isArray(permissions) ? permissions.map(String) : [];
  const granted: WritePermission[] = [
    ...(names.some((name) => name.includes('trade')) ? ['trade' as const] : []),
    ...(names.some((name) => name.includes('transfer')) ? ['transfer' as const] : []),
    ...(names.includes('withdraw') ? ['withdraw' as const] : []),
  ];
  return granted.length > 0 ? granted : ['other'];
}

/** Bitget sends the IP addresses as comma-separated text or as a list. */
function parseCommonFields(data: Readonly<Record<string, unknown>>): Pick<KeyInfo, 'uid' | 'addresses'> {
  const { userId, ips } = data;
  const list = typeof ips === 'string' ? ips.split(',') : ips;
  const addresses = Array.isArray(list)
    ? list.slice(0, MAX_ADDRESSES).flatMap((address) => sanitizeText(address, MAX_ADDRESS_LENGTH) || [])
    : null;
  const uid = typeof userId === 'number' ? String(userId) : sanitizeText(userId);
  return { uid: uid || null, addresses };
}
