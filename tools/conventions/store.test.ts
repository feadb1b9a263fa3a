import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HOST } from '../../lib/bitget/http/host.ts';
import { MAX_LOG_ENTRIES } from '../../lib/domain/alert/alert-log.ts';
import { DAY, HOUR } from '../../lib/domain/core/time.ts';
import { TIERS } from '../../lib/domain/history/retention.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };
import { SHIPPED } from './source-files.ts';

const read = (file: string) => readFileSync(file, 'utf8');
/** Returns the text below a heading of a page, as one line. */
const readSection = (page: string, heading: string): string => {
  const [, after = ''] = read(page).split(`## ${heading}\n`);
  return (after.split('\n## ')[0] ?? '').replace(/\s+/g, ' ').trim();
};

type Manifest = { readonly permissions: readonly string[]; readonly host_permissions: readonly string[] };
const manifests = ['chrome', 'firefox'].map(
  (name): Manifest => JSON.parse(read(`tools/conventions/built/manifest.${name}.json`)),
);
const permissions = [
  ...new Set(manifests.flatMap(({ permissions, host_permissions }) => [...permissions, ...host_permissions])),
];

describe('the texts for the stores', () => {
  it('are no longer than the stores allow', () => {
    expect(messages.appName.message.length).toBeLessThanOrEqual(45);
    expect(readSection('store/listing.md', 'Summary').length).toBeLessThanOrEqual(132);
    expect(read('store/description.txt').length).toBeLessThanOrEqual(15_000);
    expect(readSection('store/listing.md', 'Single purpose').length).toBeLessThanOrEqual(1_000);
    expect(read('store/reviewers.md').length).toBeLessThanOrEqual(3_000);
  });

  it('have the name and the summary of the package', () => {
    expect(read('store/listing.md')).toContain(`*${messages.appName.message}*`);
    expect(readSection('store/listing.md', 'Summary')).toBe(messages.appDescription.message);
  });

  it('contain no markup and no link where the stores take none', () => {
    expect(read('store/description.txt')).not.toMatch(/[<>*#_`]|https?:/);
  });

  it('give a reason for each permission of both packages, and for no other', () => {
    const named = [...read('store/permissions.md').matchAll(/^## `([^`]+)`$/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(permissions.toSorted());
    for (const permission of permissions) {
      const reason = readSection('store/permissions.md', `\`${permission}\``);
      expect(reason.length, permission).toBeGreaterThan(80);
      expect(reason.length, permission).toBeLessThanOrEqual(1_000);
    }
  });

  it('declare the same data to Mozilla as the manifest, and every kind of data to Chrome', () => {
    const [, { browser_specific_settings: settings }] = manifests as [
      Manifest,
      Manifest & { browser_specific_settings: Settings },
    ];
    const collected = JSON.stringify(settings.gecko.data_collection_permissions.required);
    expect(read('store/data.md')).toContain(`"required": ${collected}`);
    expect([...read('store/data.md').matchAll(/^\| [A-Z][^|]+ \| (?:no|\*\*yes\*\*) \|/gm)]).toHaveLength(9);
  });
});

type Settings = { readonly gecko: { readonly data_collection_permissions: { readonly required: readonly string[] } } };

describe('the privacy policy', () => {
  const policy = read('PRIVACY.md');

  it('names the one host, and how long data is kept', () => {
    expect(policy.match(/https:\/\/[\w.]+/g)).toEqual([HOST]);
    expect([TIERS.every.kept / HOUR, TIERS.hour.kept / DAY, TIERS.day.kept / DAY]).toEqual([48, 90, 3 * 365]);
    expect(policy).toContain('every sample for 48 hours, hourly ones for 90 days, daily ones for three years');
    expect(policy).toContain(`the last ${MAX_LOG_ENTRIES} alerts`);
  });

  it('names each place that the code stores data in', () => {
    const code = SHIPPED.map(read);
    for (const place of ['storage.sync', 'storage.managed', 'document.cookie', 'caches.'])
      expect(
        code.some((text) => text.includes(place)),
        place,
      ).toBe(false);
    for (const place of ['IndexedDB', '`storage.local`', '`storage.session`', '`localStorage`', '`sessionStorage`'])
      expect(policy).toContain(place);
  });
});
