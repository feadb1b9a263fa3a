import { type LiveAccount, listPermissions } from './account.ts';

/** What an endpoint asks of a key; `name` is the word Bitget puts into its message. */
export type Permission = { readonly name: string; readonly codes: readonly string[] };

// The older form of a key knows only these two, for everything.
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
