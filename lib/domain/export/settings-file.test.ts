import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildAccount } from '../../testing/builders.ts';
import { corruptedCopies } from '../../testing/corrupt-values.ts';
import { DEFAULT_ALERT_SETTINGS } from '../alert/alert-settings.ts';
import type { Decimal } from '../money/amount.ts';
import { DEFAULT_SETTINGS } from '../settings/settings.ts';
import { areListed, readSettingsFile, switchedOff, writeSettingsFile } from './settings-file.ts';

const accounts = [
  buildAccount({ label: 'Main' }),
  buildAccount({ id: 'sub', label: 'Grid bot', demo: true, products: ['USDC-FUTURES'] }),
];
const fall = { id: 'c', kind: 'equity_fall', account: 'main', limit: '7.5' as Decimal, hours: 24 } as const;
const ALERTING = { ...DEFAULT_ALERT_SETTINGS, quiet: { from: 1320, to: 420 }, conditions: [fall] };
const text = writeSettingsFile(DEFAULT_SETTINGS, ALERTING, accounts);
const listed = accounts.map(({ id, label, demo, products }) => ({ id, label, demo, products }));
const changed = (change: (file: Record<string, unknown>) => unknown) => JSON.stringify(change(JSON.parse(text)));

describe('the settings file', () => {
  it('contains everything except keys, and round-trips', () => {
    expect(readSettingsFile(text)).toEqual({
      ok: true,
      value: {
        settings: DEFAULT_SETTINGS,
        alerting: ALERTING,
        accounts: [
          { id: 'main', label: 'Main', demo: false, products: ['USDT-FUTURES', 'COIN-FUTURES', 'USDC-FUTURES'] },
          { id: 'sub', label: 'Grid bot', demo: true, products: ['USDC-FUTURES'] },
        ],
      },
    });
    expect(text).not.toContain('a1b2');
  });

  it.each([
    [text.slice(0, -20), 'json'],
    ['', 'json'],
    ['[]', 'format'],
    [changed((file) => ({ ...file, format: 'other' })), 'format'],
    [changed((file) => ({ ...file, version: 2 })), 'newer'],
    ...[-1, 0, 0.5].map((version): [string, string] => [changed((file) => ({ ...file, version })), 'version']),
    [
      changed((file) => ({ ...file, accounts: [{ ...accounts[0], products: Array(5000).fill('USDT-FUTURES') }] })),
      'products',
    ],
    [changed((file) => ({ ...file, more: 'x'.repeat(900_000) })), 'unknown'],
    [changed((file) => ({ ...file, settings: { ...DEFAULT_SETTINGS, more: 1 } })), 'unknown'],
    [
      changed((file) => ({
        ...file,
        settings: { ...DEFAULT_SETTINGS, thresholds: { ...DEFAULT_SETTINGS.thresholds, more: 1 } },
      })),
      'unknown',
    ],
    [
      changed((file) => ({
        ...file,
        settings: { ...DEFAULT_SETTINGS, near: { ...DEFAULT_SETTINGS.near, more: 1 } },
      })),
      'unknown',
    ],
    [
      changed((file) => ({ ...file, settings: { ...DEFAULT_SETTINGS, near: { caution: 1, warning: 3, danger: 5 } } })),
      'settings',
    ],
    [changed((file) => ({ ...file, alerting: { ...ALERTING, more: 1 } })), 'unknown'],
    [changed((file) => ({ ...file, alerting: { ...ALERTING, quiet: { from: 1, to: 2, more: 3 } } })), 'unknown'],
    [changed((file) => ({ ...file, alerting: { ...ALERTING, conditions: [{ ...fall, more: 1 }] } })), 'unknown'],
    [changed((file) => ({ ...file, accounts: [{ ...listed[0], more: 1 }] })), 'unknown'],
    [changed((file) => ({ ...file, settings: { ...DEFAULT_SETTINGS, period: 5 } })), 'settings'],
    [
      changed((file) => ({
        ...file,
        settings: { ...DEFAULT_SETTINGS, thresholds: { caution: 90, warning: 70, danger: 50 } },
      })),
      'settings',
    ],
    [changed((file) => ({ ...file, alerting: { ...ALERTING, hold: -1 } })), 'alerting'],
    [changed((file) => ({ ...file, accounts: [{ ...accounts[0], products: ['OPTIONS'] }] })), 'accounts'],
    [changed((file) => ({ ...file, accounts: [{ ...accounts[0], label: '\u202eMain' }] })), 'accounts'],
    [changed((file) => ({ ...file, accounts: [{ ...accounts[0], products: [] }] })), 'accounts'],
    ...['', 'x'.repeat(65), '__proto__', 'constructor', 7].map((id): [string, string] => [
      changed((file) => ({ ...file, accounts: [{ ...accounts[0], id }] })),
      'accounts',
    ]),
    [changed((file) => ({ ...file, accounts: [accounts[0], accounts[0]] })), 'twins'],
  ])('is rejected with the reason: %#', (damaged, reason) => {
    expect(readSettingsFile(damaged)).toEqual({ ok: false, failure: reason });
  });

  it('accepts labels of 40 characters and 200 accounts, and no more', () => {
    const listing = (count: number, label = 'x') =>
      readSettingsFile(
        changed((file) => ({
          ...file,
          accounts: Array.from({ length: count }, (_, id) => ({ ...listed[0], id: String(id), label })),
        })),
      ).ok;
    expect([listing(200), listing(201), listing(1, 'x'.repeat(40)), listing(1, 'x'.repeat(41))]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });

  it.each([
    { id: undefined },
    { label: '' },
    { label: 7 },
    { demo: 'no' },
    { products: 'USDT-FUTURES' },
    { products: [7] },
  ])('rejects an account with %j', (change) => {
    expect(areListed([{ ...accounts[0], ...change }])).toBe(false);
  });

  it('may predate alerts, and then leaves them out', () => {
    expect(readSettingsFile(changed(({ alerting, ...file }) => file))).toMatchObject({
      ok: true,
      value: { alerting: DEFAULT_ALERT_SETTINGS },
    });
    expect(readSettingsFile(changed((file) => ({ ...file, version: '1' })))).toMatchObject({ failure: 'format' });
    expect(readSettingsFile(changed((file) => ({ ...file, settings: null })))).toMatchObject({ failure: 'settings' });
  });

  it('is readable text: indented by two spaces, with a final line break', () => {
    expect(text.split('\n').slice(0, 3)).toEqual(['{', '  "format": "margin-glance",', '  "version": 1,']);
    expect(text.endsWith('}\n')).toBe(true);
  });

  it('with one change is rejected with a reason, or read as a valid file', () => {
    const whole = JSON.parse(text);
    fc.assert(
      fc.property(corruptedCopies(whole), (value) => {
        const file = readSettingsFile(JSON.stringify(value) ?? '');
        if (!file.ok) {
          expect([
            'json',
            'format',
            'version',
            'newer',
            'settings',
            'alerting',
            'accounts',
            'products',
            'twins',
            'unknown',
          ]).toContain(file.failure);
          return;
        }
        const { settings, accounts: listed } = file.value;
        const { caution, warning, danger } = settings.thresholds;
        expect(
          [0, caution, warning, danger, 101].every((each, index, all) => index === 0 || each > (all[index - 1] ?? 0)),
        ).toBe(true);
        expect(settings.period).toBeGreaterThanOrEqual(30);
        expect(settings.period).toBeLessThanOrEqual(3600);
        for (const { id, label, products } of listed) {
          expect(id).toMatch(/^.{1,64}$/su);
          expect(label).toMatch(/^[^\p{Cc}\p{Cf}]{1,40}$/u);
          expect(products.every((product) => /^S?(USDT|COIN|USDC)-FUTURES$/.test(product))).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('round-trips any settings', () => {
    const choice = fc.record({
      period: fc.integer({ min: 30, max: 3600 }),
      hideAmounts: fc.boolean(),
      thresholds: fc
        .uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 3, maxLength: 3 })
        .map((three) => three.toSorted((a, b) => a - b))
        .map(([caution = 1, warning = 2, danger = 3]) => ({ caution, warning, danger })),
    });
    fc.assert(
      fc.property(choice, (chosen) => {
        const settings = { ...DEFAULT_SETTINGS, ...chosen };
        expect(readSettingsFile(writeSettingsFile(settings, DEFAULT_ALERT_SETTINGS, accounts))).toMatchObject({
          ok: true,
          value: {
            settings,
            accounts: accounts.map(({ id, label, demo, products }) => ({ id, label, demo, products })),
          },
        });
      }),
    );
  });

  it('omits unknown stored fields', () => {
    const stored = { ...DEFAULT_SETTINGS, old: 'x' };
    expect(readSettingsFile(writeSettingsFile(stored, { ...ALERTING, old: 1 } as typeof ALERTING, accounts)).ok).toBe(
      true,
    );
  });

  it.each([
    [{}, {}, []],
    [{ on: false }, {}, ['alerts']],
    [{ on: false, dangerBypassesSnooze: false }, {}, ['alerts']],
    [{ dangerBypassesSnooze: false }, { badge: 'off' }, ['danger', 'badge']],
  ] as const)('switches off by %j and %j: %j', (alerting, settings, off) => {
    const file = {
      settings: { ...DEFAULT_SETTINGS, ...settings },
      alerting: { ...DEFAULT_ALERT_SETTINGS, ...alerting },
    };
    expect(switchedOff(file)).toEqual(off);
  });

  it('is read or rejected, whatever it contains', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (damaged) => typeof readSettingsFile(damaged).ok === 'boolean'),
    );
  });
});
