import type { IncomingRequest } from '../server/incoming-request.ts';
import { refuse, type SimulatedResponse, succeed } from '../server/response.ts';
import { type LiveAccount, listPermissions, type PermType } from './account.ts';
import { categories } from './product-types.ts';
import { applyPool, filterByCoin } from './rows.ts';

/** `GET /api/v3/account/assets`. */
export function readAssets(account: LiveAccount): SimulatedResponse {
  return succeed(applyPool(account, account.assets));
}

/** `GET /api/v3/account/funding-assets`, of one coin when `coin` is given. */
export function readFundingAssets(account: LiveAccount, request: IncomingRequest): SimulatedResponse {
  return succeed(filterByCoin(account.fundingAssets, 'coin', request.params.get('coin')));
}

/** `GET /api/v3/position/current-position`: `list` is null without positions. */
export function readCurrentPosition(account: LiveAccount, request: IncomingRequest): SimulatedResponse {
  const requested = request.params.get('category');
  const category = categories.find((each) => each === requested);
  if (category === undefined) return refuse('400172', 'category');
  return succeed({ list: account.currentPositions[category] ?? null });
}

/** `GET /api/v3/account/info`: the key's permissions and addresses. */
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
  const canWrite = listPermissions(account).some((permission) => permission !== 'uta_mgt');
  return canWrite ? 'read-and-write' : 'read-only';
}
