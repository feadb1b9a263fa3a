import type { IncomingRequest } from '../server/incoming-request.ts';
import { refuse, type SimulatedResponse, succeed } from '../server/response.ts';
import { type LiveAccount, listPermissions, type PermType } from './account.ts';
import { categories } from './product-types.ts';

/** `GET /api/v3/account/assets`. */
export function readAssets(account: LiveAccount): SimulatedResponse {
  return succeed(account.assets);
}

/** `GET /api/v3/position/current-position`: `list` is null when nothing is held. */
export function readCurrentPosition(account: LiveAccount, call: IncomingRequest): SimulatedResponse {
  const asked = call.params.get('category');
  const category = categories.find((each) => each === asked);
  if (category === undefined) return refuse('400172', 'category');
  return succeed({ list: account.currentPositions[category] ?? null });
}

/** `GET /api/v3/account/info`: what the key may do, and from where. */
export function readUnifiedInfo(account: LiveAccount): SimulatedResponse {
  return succeed({
    userId: account.uid,
    inviterId: '0',
    parentId: '',
    channelCode: '',
    channel: '',
    ips: account.ips.join(','),
    permType: account.permType ?? readPermType(account),
    permissions: listPermissions(account),
    regisTime: '1655951400000',
  });
}

function readPermType(account: LiveAccount): PermType {
  const writes = listPermissions(account).some((permission) => permission !== 'uta_mgt');
  return writes ? 'read-and-write' : 'read-only';
}
