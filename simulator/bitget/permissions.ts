import { type LiveAccount, listPermissions } from './account.ts';

/** The key needs one of these codes; `name` is Bitget's word in its message. */
export type Permission = { readonly name: string; readonly codes: readonly string[] };

// Older keys have only these two codes, for everything.
const legacy = ['readonly', 'trade'];

export const futuresRead: Permission = {
  name: 'futures holding read',
  codes: ['coor', 'coow', ...legacy],
};
export const spotRead: Permission = { name: 'spot trade read', codes: ['stor', 'stow', ...legacy] };
export const unifiedRead: Permission = { name: 'UTA mgt. (read)', codes: ['uta_mgt'] };

export function isPermitted(account: LiveAccount, permission: Permission): boolean {
  const granted = listPermissions(account);
  return permission.codes.some((code) => granted.includes(code));
}
