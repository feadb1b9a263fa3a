import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkVersions, collectPackages } from './packages.ts';

describe('the packages of a release', () => {
  let output: string;
  const pack = async (browser: string, version: string) => {
    const zip = zipSync({ 'manifest.json': strToU8(JSON.stringify({ version })) });
    await writeFile(join(output, `margin-glance-1.2.3-${browser}.zip`), zip);
  };

  beforeEach(async () => {
    output = await mkdtemp(join(tmpdir(), 'packages-'));
    await pack('chrome', '1.2.3');
  });
  afterEach(() => rm(output, { recursive: true }));

  it('have the version of the release in each manifest', async () => {
    await pack('firefox', '1.2.3');
    await checkVersions(output, '1.2.3');
    await pack('firefox', '1.2.2');
    await expect(checkVersions(output, '1.2.3')).rejects.toThrow('firefox package has version 1.2.2');
  });

  it('replace the earlier ones in a folder, with checksums and without other versions', async () => {
    await writeFile(join(output, 'margin-glance-1.2.3-sbom.json'), 'abc');
    await writeFile(join(output, 'margin-glance-1.2.2-sbom.json'), 'old');
    const to = join(output, 'release');
    await collectPackages(output, '1.2.3', 'gone\n', to);
    const names = await collectPackages(output, '1.2.3', '', to);
    expect(names).toEqual([
      'margin-glance-1.2.3-chrome.zip',
      'margin-glance-1.2.3-notes.md',
      'margin-glance-1.2.3-sbom.json',
      'SHA256SUMS',
    ]);
    // From FIPS 180-2: the sums of the empty text and of "abc".
    expect((await readFile(join(to, 'SHA256SUMS'), 'utf8')).split('\n').slice(1)).toEqual([
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  margin-glance-1.2.3-notes.md',
      'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  margin-glance-1.2.3-sbom.json',
      '',
    ]);
  });
});
