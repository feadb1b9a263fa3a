import type { Page } from 'puppeteer-core';
import type { VaultMode } from '../../../lib/domain/vault/lock.ts';
import type { State } from './states.ts';
import { writeItem } from './storage.ts';

/** Stores every value of a state. */
export async function seedState(page: Page, { readings, ...others }: State): Promise<void> {
  await seedMode(page, others.lock.mode);
  for (const [name, value] of Object.entries(others)) await writeItem(page, name as keyof typeof others, value);
  if (readings === 'corrupt' || readings === 'future')
    await writeItem(page, 'readings', 0, readings === 'future' ? 99 : 1);
  else await writeItem(page, 'readings', readings);
}

/** Stores the mode in the vault too, because a background that wakes publishes the vault's mode. No password opens this vault. */
async function seedMode(page: Page, mode: VaultMode): Promise<void> {
  await page.evaluate(
    (isLocked) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('vault', 1);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => ['keys', 'records'].map((name) => opening.result.createObjectStore(name));
        opening.onsuccess = () => {
          const change = opening.result.transaction('keys', 'readwrite');
          const [salt, sum] = [new Uint8Array(16), new ArrayBuffer(32)];
          const recipe = { version: 1, mode: 'password', kdf: 'PBKDF2', hash: 'SHA-256', rounds: 600_000, salt };
          const keys = change.objectStore('keys');
          if (isLocked) keys.put({ ...recipe, check: { iv: salt, bytes: sum }, sum }, 'keeping');
          else keys.delete('keeping');
          change.oncomplete = () => resolve();
          change.onerror = () => reject(change.error);
          opening.result.close();
        };
      }),
    mode === 'password',
  );
}
