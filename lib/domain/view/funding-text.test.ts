import { describe, expect, it } from 'vitest';
import { SECOND } from '../../domain/core/time.ts';
import { english } from '../../testing/english-i18n.ts';
import type { Failure } from '../core/failure.ts';
import { parseAmount } from '../money/amount.ts';
import type { Decimal } from '../money/decimal.ts';
import type { FundingOutcome, FundingReading } from '../polling/funding.ts';
import { describeFunding } from './funding-text.ts';

const NOW = 1_700_000_000_000;
const reading = (outcome: FundingOutcome | null): FundingReading => ({
  revision: 1,
  family: 'unified',
  askedAt: NOW,
  outcome,
});
const wallet = (coins: Readonly<Record<string, string | undefined>>) =>
  reading({
    state: 'known',
    at: NOW - 40 * SECOND,
    assets: Object.entries(coins).map(([coin, available]) => ({ coin, available: parseAmount(available) })),
  });
const failure = (failed: Failure) => reading({ state: 'failed', failure: failed });

/** The text in one line, as the view shows it. */
function say(known: FundingReading | undefined, add: string | null = '1055', coin = 'USDT', hidden = false): string {
  const need = { coin, add: add as Decimal | null };
  const { label, value, notes } = describeFunding(known, 'unified', need, hidden, NOW, english);
  return [`${label}: ${value}`, ...notes].join(' | ');
}

describe('funds that are free elsewhere', () => {
  it('is an amount with its age', () => {
    expect(say(wallet({ BTC: '1', USDT: '1203.559' }))).toBe('Free in Funding: 1,203.55 USDT | read 40 s ago');
    expect(say(wallet({ USDT: '1055' }))).toBe('Free in Funding: 1,055.00 USDT | read 40 s ago');
  });

  it('says what is missing, rounded up', () => {
    expect(say(wallet({ USDT: '700.004' }))).toBe('Free in Funding: 700.00 USDT | about 355 short | read 40 s ago');
    expect(say(wallet({ USDT: '1054.999' }))).toBe('Free in Funding: 1,054.99 USDT | about 1 short | read 40 s ago');
    expect(say(wallet({ BTC: '0.1' }), '0.1234561', 'BTC')).toBe(
      'Free in Funding: 0.100000 BTC | about 0.023457 short | read 40 s ago',
    );
  });

  it('adds up the coins that a unified account counts in dollars', () => {
    const both = wallet({ USDT: '1000', USDC: '100', ETH: '5' });
    expect(say(both, '1055', 'USD')).toBe('Free in Funding: 1,000.00 USDT, 100.00 USDC | read 40 s ago');
    expect(say(both, '1200', 'USD')).toContain('about 100 short');
  });

  it('names the spot wallet of a classic account', () => {
    const need = { coin: 'USDT', add: null };
    expect(describeFunding(undefined, 'classic', need, false, NOW, english).label).toBe('Free in Spot');
  });

  it('is never zero where it is not known', () => {
    const refused: Failure = { kind: 'refused', code: '40014', cause: 'permission' };
    expect(say(undefined)).toBe('Free in Funding: reading …');
    expect(say(reading(null))).toBe('Free in Funding: reading …');
    expect(say(failure(refused))).toBe('Free in Funding: Not readable with this key');
    expect(say(failure({ kind: 'refused', code: '40018', cause: 'address' }))).toMatch(/: .*IP address/);
    expect(say(failure({ kind: 'timeout' }))).toMatch(/^Free in Funding: \D+$/);
    expect(say(wallet({ USDT: '' }))).toBe('Free in Funding: — | read 40 s ago');
    expect(say(wallet({ USDT: '5', USDC: undefined }), '9', 'USD')).toBe('Free in Funding: — | read 40 s ago');
    expect(say(wallet({ BTC: '1' }))).toBe('Free in Funding: no USDT listed | about 1,055 short | read 40 s ago');
  });

  it('holds no amount while amounts are hidden, and nothing about what is missing', () => {
    expect(say(wallet({ USDT: '700.004' }), '1055', 'USDT', true)).toBe('Free in Funding: ••• | read 40 s ago');
  });

  it('misses nothing without an estimate', () => {
    expect(say(wallet({ USDT: '0' }), null)).toBe('Free in Funding: 0.00 USDT | read 40 s ago');
  });
});
