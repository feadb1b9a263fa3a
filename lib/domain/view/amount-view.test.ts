import { describe, expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { parseAmount } from '../money/amount.ts';
import { formatAmount } from './amount-view.ts';

const shown = (value: unknown, as: 'cut' | 'signed' | 'exact' = 'cut', hidden = false) =>
  formatAmount(parseAmount(value), { coin: 'USDT', hidden, as }, english);

describe('a displayed amount', () => {
  it('is cut, with every digit in the tooltip', () => {
    expect(shown('10575.269999')).toEqual({ text: '10,575.26', title: '10,575.269999 USDT' });
    expect(shown('10575.269999', 'exact')).toEqual({ text: '10,575.269999' });
  });

  it('has a direction only for a profit or loss that is not zero', () => {
    expect(shown('0.001', 'signed')).toMatchObject({ text: '+0.00', tone: 'up' });
    expect(shown('-3', 'signed')).toMatchObject({ text: '-3.00', tone: 'down' });
    expect(shown('-0.00', 'signed')).toEqual({ text: '0.00', title: '0.00 USDT' });
    expect(shown('-3')).not.toHaveProperty('tone');
  });

  it('is a dash when unreadable, with the raw text in the tooltip', () => {
    expect(shown('111,1')).toEqual({ text: '—', title: 'Bitget sent: “111,1”' });
    expect(shown('')).toEqual({ text: '—' });
    expect(shown(undefined)).toEqual({ text: '—' });
  });

  it('R2: sanitizes and shortens the raw text', () => {
    const sent = shown(`1\u202e2\u200b\u0000${'3'.repeat(1000)}`).title;
    expect(sent).toMatch(/^Bitget sent: “123{34,38}…?”$/);
  });

  it('has no digit and no direction when hidden', () => {
    expect(shown('10575.26', 'signed', true)).toEqual({ text: '•••' });
    expect(shown('111,1', 'exact', true)).toEqual({ text: '—' });
  });
});
