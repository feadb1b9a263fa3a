import { describe, expect, it } from 'vitest';
import type { RefusalCause } from '../core/failure.ts';
import { findRefusedAddress } from './refused-address.ts';

const refused = (detail?: string, cause: RefusalCause = 'address') =>
  findRefusedAddress({ kind: 'refused', code: '40018', cause, ...(detail !== undefined && { detail }) });

describe('the address that Bitget refuses', () => {
  it.each([
    ['Invalid IP,Current request IP 203.0.113.9', '203.0.113.9'],
    ['Invalid IP, Current request IP: 198.51.100.255.', '198.51.100.255'],
    ['IP（203.0.113.9）不在白名单', '203.0.113.9'],
    ['Invalid IP,Current request IP 2001:db8::7', '2001:db8::7'],
    ['Current request IP [2001:db8:0:1:2:3:4:5]', '2001:db8:0:1:2:3:4:5'],
    ['Current request IP :.203.0.113.9...', '203.0.113.9'],
    ['Current request IP - ; 203.0.113.9', '203.0.113.9'],
  ])('is read from “%s”', (detail, address) => {
    expect(refused(detail)).toBe(address);
  });

  it.each([
    'Invalid IP,Current request IP {0}',
    'Invalid IP',
    'Current request IP 300.1.2.3',
    'version 1.2.3',
    'at 12:30',
    '',
  ])('is not guessed from “%s”', (detail) => {
    expect(refused(detail)).toBeNull();
  });

  it('is looked for only where an address was refused', () => {
    expect(refused('your IP 203.0.113.9', 'permission')).toBeNull();
    expect(refused(undefined)).toBeNull();
    expect(findRefusedAddress({ kind: 'timeout' })).toBeNull();
    expect(findRefusedAddress({ kind: 'field', field: 'apiKey', problem: 'empty' })).toBeNull();
  });
});
