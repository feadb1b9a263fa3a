import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

describe('the pictures for the stores', () => {
  const SIZES = { screenshot: [1280, 800], tile: [440, 280], marquee: [1400, 560], icon: [128, 128] } as const;
  const pictures = readdirSync('store/pictures').map((name) => ({
    name,
    file: readFileSync(`store/pictures/${name}`),
  }));

  it.each(pictures)('$name has the size that the stores require', ({ name, file }) => {
    const kind = Object.keys(SIZES).find((each) => name.startsWith(each)) as keyof typeof SIZES | undefined;
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual(kind && SIZES[kind]);
    // PNG color type 2 has no transparency. Only the icon has transparent edges.
    if (kind !== 'icon') expect(file.readUInt8(25)).toBe(2);
  });

  it('include at most five screenshots, each with a caption', () => {
    const count = pictures.filter(({ name }) => name.startsWith('screenshot')).length;
    expect(count).toBeLessThanOrEqual(5);
    expect(readFileSync('store/listing.md', 'utf8').match(/^\d\. /gm)).toHaveLength(count);
  });

  it('take less than 2 MB', () => {
    expect(pictures.reduce((sum, { file }) => sum + file.length, 0)).toBeLessThan(2_000_000);
  });
});
