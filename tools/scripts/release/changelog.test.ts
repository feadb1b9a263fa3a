import { describe, expect, it } from 'vitest';
import { cutRelease } from './changelog.ts';

const BEFORE =
  '# Changelog\n\n## Unreleased\n\n- A new thing,\n  on two lines.\n- Another.\n\n## 0.1.0 (2026-11-24)\n\n- The first.\n';

describe('cutRelease', () => {
  it('moves unreleased changes under version and day, and leaves an empty section', () => {
    expect(cutRelease(BEFORE, '0.2.0', '2026-12-01')).toEqual({
      changelog:
        '# Changelog\n\n## Unreleased\n\n## 0.2.0 (2026-12-01)\n\n- A new thing,\n  on two lines.\n- Another.\n\n## 0.1.0 (2026-11-24)\n\n- The first.\n',
      notes: '- A new thing,\n  on two lines.\n- Another.\n',
    });
  });

  it('cuts the first release', () => {
    expect(cutRelease('# Changelog\n\n## Unreleased\n\n- The first.\n', '0.1.0', '2026-12-01').changelog).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.1.0 (2026-12-01)\n\n- The first.\n',
    );
  });

  it('throws when nothing is unreleased, the section is missing, or the version exists', () => {
    const once = cutRelease(BEFORE, '0.2.0', '2026-12-01').changelog;
    expect(() => cutRelease(once, '0.3.0', '2026-12-02')).toThrow('nothing unreleased');
    expect(() => cutRelease('# Changelog\n', '0.3.0', '2026-12-02')).toThrow('exactly one section');
    expect(() => cutRelease(BEFORE, '0.1.0', '2026-12-02')).toThrow('0.1.0 already');
  });
});
