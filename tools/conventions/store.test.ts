import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { HOST } from '../../lib/bitget/http/host.ts';
import { MAX_LOG_ENTRIES } from '../../lib/domain/alert/alert-log.ts';
import { DAY, HOUR } from '../../lib/domain/core/time.ts';
import { TIERS } from '../../lib/domain/history/retention.ts';
import messages from '../../public/_locales/en/messages.json' with { type: 'json' };

const read = (file: string) => readFileSync(file, 'utf8');
/** What stands below a heading of a page, its lines put together. */
const under = (page: string, heading: string): string => {
  const [, after = ''] = read(page).split(`## ${heading}\n`);
  return (after.split('\n## ')[0] ?? '').replace(/\s+/g, ' ').trim();
};

type Manifest = { readonly permissions: readonly string[]; readonly host_permissions: readonly string[] };
const manifests = ['chrome', 'firefox'].map(
  (name): Manifest => JSON.parse(read(`tools/conventions/built/manifest.${name}.json`)),
);
const asked = [
  ...new Set(manifests.flatMap(({ permissions, host_permissions }) => [...permissions, ...host_permissions])),
];

describe('the texts for the stores', () => {
  it('are as long as the stores allow', () => {
    expect(messages.appName.message.length).toBeLessThanOrEqual(45);
    expect(under('store/listing.md', 'Summary').length).toBeLessThanOrEqual(132);
    expect(read('store/description.txt').length).toBeLessThanOrEqual(15_000);
    expect(under('store/listing.md', 'Single purpose').length).toBeLessThanOrEqual(1_000);
    expect(read('store/reviewers.md').length).toBeLessThanOrEqual(3_000);
  });

  it('have the name and the summary of the package', () => {
    expect(read('store/listing.md')).toContain(`*${messages.appName.message}*`);
    expect(under('store/listing.md', 'Summary')).toBe(messages.appDescription.message);
  });

  it('are plain where the stores take no markup, and link nothing', () => {
    expect(read('store/description.txt')).not.toMatch(/[<>*#_`]|https?:/);
  });

  it('name a reason for each permission of both packages, and for no other', () => {
    const named = [...read('store/permissions.md').matchAll(/^## `([^`]+)`$/gm)].map(([, name]) => name);
    expect(named.toSorted()).toEqual(asked.toSorted());
    for (const permission of asked) {
      const reason = under('store/permissions.md', `\`${permission}\``);
      expect(reason.length, permission).toBeGreaterThan(80);
      expect(reason.length, permission).toBeLessThanOrEqual(1_000);
    }
  });

  it('disclose to Mozilla what the manifest does, and tell Chrome of each kind of data', () => {
    const [, { browser_specific_settings: settings }] = manifests as [
      Manifest,
      Manifest & { browser_specific_settings: Settings },
    ];
    const told = JSON.stringify(settings.gecko.data_collection_permissions.required);
    expect(read('store/data.md')).toContain(`"required": ${told}`);
    expect([...read('store/data.md').matchAll(/^\| [A-Z][^|]+ \| (?:no|\*\*yes\*\*) \|/gm)]).toHaveLength(9);
  });
});

type Settings = { readonly gecko: { readonly data_collection_permissions: { readonly required: readonly string[] } } };

describe('the privacy policy', () => {
  const policy = read('PRIVACY.md');

  it('names the one host, and how long what is kept', () => {
    expect(policy.match(/https:\/\/[\w.]+/g)).toEqual([HOST]);
    expect([TIERS.every.kept / HOUR, TIERS.hour.kept / DAY, TIERS.day.kept / DAY]).toEqual([48, 90, 3 * 365]);
    expect(policy).toContain('every sample for 48 hours, hourly ones for 90 days, daily ones for three years');
    expect(policy).toContain(`the last ${MAX_LOG_ENTRIES} alerts`);
  });

  it('names each place in which something is stored', () => {
    const code = ['lib/browser', 'lib/vault', 'lib/history'].flatMap((folder) =>
      readdirSync(folder).map((file) => read(`${folder}/${file}`)),
    );
    for (const place of ['storage.sync', 'storage.managed', 'document.cookie', 'sessionStorage', 'caches.'])
      expect(
        code.some((text) => text.includes(place)),
        place,
      ).toBe(false);
    for (const place of ['IndexedDB', '`storage.local`', '`storage.session`', '`localStorage`'])
      expect(policy).toContain(place);
  });
});
