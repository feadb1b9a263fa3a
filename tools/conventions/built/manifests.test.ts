import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

type Manifest = Readonly<Record<string, unknown>> & {
  readonly permissions: readonly string[];
  readonly content_security_policy: Readonly<Record<string, string>>;
};

const readManifest = (browser: string): Manifest =>
  JSON.parse(readFileSync(`.output/${browser}-mv3/manifest.json`, 'utf8'));
const REASONS = readFileSync('store/permissions.md', 'utf8');

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src https://api.bitget.com; " +
  "require-trusted-types-for 'script'; trusted-types 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; " +
  "object-src 'none'";

describe.each(['chrome', 'firefox'])('S4: the manifest for %s', (browser) => {
  const { version, ...manifest } = readManifest(browser);

  it('equals the committed manifest, apart from the version', async () => {
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(`manifest.${browser}.json`);
  });

  it('has the version of the package', () => {
    expect(version).toBe(JSON.parse(readFileSync('package.json', 'utf8')).version);
  });

  it('requests one host, and only permissions with a documented reason', () => {
    expect(manifest.host_permissions).toEqual(['https://api.bitget.com/*']);
    expect(manifest).not.toHaveProperty('optional_permissions');
    expect(manifest).not.toHaveProperty('optional_host_permissions');
    const explained = manifest.permissions.filter((permission) => REASONS.includes(`## \`${permission}\`\n`));
    expect(explained).toEqual(manifest.permissions);
  });

  it('has the content security policy to the letter', () => {
    expect(manifest.content_security_policy).toEqual({ extension_pages: CSP });
  });

  it('gives no access to pages and other extensions', () => {
    for (const name of ['content_scripts', 'web_accessible_resources', 'externally_connectable', 'update_url', 'key'])
      expect(manifest).not.toHaveProperty(name);
  });
});
