import { describe, expect, it } from 'vitest';
import { parseClassicKeyInfo, parseUnifiedKeyInfo } from './key-info.ts';

describe('the permissions of a classic key', () => {
  it.each([
    [['coor', 'stor'], []],
    [['readonly'], []],
    [['coor', 'coow'], ['trade']],
    [['trade'], ['trade']],
    [
      ['wtow', 'wwow', 'taxw'],
      ['transfer', 'withdraw', 'other'],
    ],
    [['coor', 'wwow', 'new'], ['withdraw']],
    [['coor', 'new'], null],
    [[7], null],
    [[], []],
    [undefined, null],
    ['coow', null],
  ])('from %j are %j', (authorities, powers) => {
    expect(parseClassicKeyInfo({ authorities, userId: '1', ips: '' }).powers).toEqual(powers);
  });

  /** Codes by permission, from Bitget's documentation of `spot/account/info`. */
  it.each([
    ['coor cpor stor smor ttor wtor taxr chor p2pr pllr readonly', []],
    ['coow cpow stow smow chow p2pw p2p pllw trade', ['trade']],
    ['ttow wtow', ['transfer']],
    ['wwow', ['withdraw']],
    ['taxw', ['other']],
  ])('each of %s gives %j', (codes, powers) => {
    for (const code of codes.split(' ')) {
      expect([code, parseClassicKeyInfo({ authorities: [code] }).powers]).toEqual([code, powers]);
    }
  });

  it('come with at most 50 IP addresses', () => {
    const ips = Array.from({ length: 60 }, (_, index) => `10.0.0.${index}`);
    expect(parseClassicKeyInfo({ ips }).addresses).toEqual(ips.slice(0, 50));
  });

  it('come with the UID and the IP addresses', () => {
    expect(parseClassicKeyInfo({ userId: '42', ips: '1.2.3.4, 5.6.7.8', authorities: [] })).toEqual({
      uid: '42',
      powers: [],
      addresses: ['1.2.3.4', '5.6.7.8'],
    });
    expect(parseClassicKeyInfo({ userId: 42, ips: '', authorities: [] })).toMatchObject({ uid: '42', addresses: [] });
    expect(parseClassicKeyInfo({ ips: ['::1'], authorities: [] })).toMatchObject({ uid: null, addresses: ['::1'] });
    expect(parseClassicKeyInfo({ authorities: [] }).addresses).toBeNull();
    expect(parseClassicKeyInfo(null)).toEqual({ uid: null, powers: null, addresses: null });
  });
});

describe('the permissions of a unified key', () => {
  it('are unknown when the response has none', () => {
    expect(parseUnifiedKeyInfo(null)).toEqual({ uid: null, powers: null, addresses: null });
  });

  it.each([
    ['read-only', ['uta_mgt'], []],
    ['read-only', ['uta_trade'], []],
    ['read-and-write', ['uta_mgt', 'uta_trade', 'withdraw'], ['trade', 'withdraw']],
    ['read-and-write', ['uta_mgt'], ['other']],
    ['read-and-write', ['uta_transfer'], ['transfer']],
    ['read-and-write', null, ['other']],
    ['portfolio', ['uta_mgt'], null],
    [undefined, [], null],
  ])('from %j with %j are %j', (permType, permissions, powers) => {
    expect(parseUnifiedKeyInfo({ permType, permissions }).powers).toEqual(powers);
  });
});
