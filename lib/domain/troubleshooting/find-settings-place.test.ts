import { describe, expect, it } from 'vitest';
import { findSettingsPlace } from './find-settings-place.ts';

describe('a failure is mended', () => {
  it('at its account', () => {
    const failure = { kind: 'vault', problem: 'missing' } as const;
    expect(findSettingsPlace(failure, ['main'])).toEqual({ pane: 'accounts', account: 'main' });
    expect(findSettingsPlace(failure, ['main', 'bot'])).toEqual({ pane: 'accounts', account: null });
  });

  it.each([
    { kind: 'locked' },
    { kind: 'vault', problem: 'closed' },
    { kind: 'vault', problem: 'lost' },
    { kind: 'vault', problem: 'downgrade' },
  ] as const)('under Security: %j', (failure) => {
    expect(findSettingsPlace(failure, ['main'])).toEqual({ pane: 'security', account: null });
  });
});
