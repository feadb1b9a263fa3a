import { describe, expect, it } from 'vitest';
import { parseSettingsHash } from './parse-settings-hash.ts';
import { formatSettingsHash, PANES } from './settings-link.ts';

describe('an address of the settings', () => {
  it.each(PANES)('leads to the pane %s', (pane) => {
    expect(formatSettingsHash({ pane, account: null })).toBe(`#${pane}`);
    expect(parseSettingsHash(`#${pane}`)).toEqual({ pane, account: null });
  });

  it.each(['main', 'Ä/ö #?', '100%'])('leads to the account %s', (account) => {
    const place = { pane: 'accounts', account } as const;
    expect(parseSettingsHash(formatSettingsHash(place))).toEqual(place);
  });

  it.each(['', '#'])('without a pane, %j, leads to the accounts', (hash) => {
    expect(parseSettingsHash(hash)).toEqual({ pane: 'accounts', account: null });
  });

  it.each(['#unknown', '#P0-3', '#accounts/a/b', '#Alerts', '#constructor', 'alerts', 'x#alerts'])(
    '%j leads nowhere',
    (hash) => {
      expect(parseSettingsHash(hash)).toBeNull();
    },
  );

  it('leads to no account outside the accounts', () => {
    expect(parseSettingsHash('#alerts/main')).toEqual({ pane: 'alerts', account: null });
  });

  it.each(['#accounts/%E0%A4%A', '#accounts/__proto__', `#accounts/${'a'.repeat(65)}`])(
    '%j names no account',
    (hash) => {
      expect(parseSettingsHash(hash)).toEqual({ pane: 'accounts', account: null });
    },
  );
});
