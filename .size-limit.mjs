import { readFileSync } from 'node:fs';

const BUILD = '.output/chrome-mv3';
const NAMED = /(?:src|href)="(\/[^"]+\.(?:js|css))"/g;
const IMPORTED = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;
const BEGUN = /import\(\s*["'`]\.\/([^"'`]+\.js)["'`]/g;

/** What a page must load before it can paint: itself, its styles, its scripts, what these begin with, and all that is imported at once. */
function criticalPath(page) {
  const named = find(NAMED, page).map((name) => name.slice(1));
  const scripts = named.filter((name) => name.endsWith('.js'));
  const found = new Set([page, ...named, ...scripts.flatMap((script) => chunks(BEGUN, script))]);
  for (const file of found) if (file.endsWith('.js')) for (const name of chunks(IMPORTED, file)) found.add(name);
  return [...found].map((name) => `${BUILD}/${name}`);
}

function chunks(pattern, file) {
  return find(pattern, file).map((name) => `chunks/${name}`);
}

function find(pattern, file) {
  return [...readFileSync(`${BUILD}/${file}`, 'utf8').matchAll(pattern)].map(([, name]) => name);
}

export default [
  { name: 'popup, critical path', path: criticalPath('popup.html'), limit: '25 kB', gzip: true },
  // All of it is needed at each wake, for a service worker cannot load a part later: 19 kB of polling, and 12 kB of
  // alerts, the two further ways to keep keys, and the history.
  { name: 'background', path: `${BUILD}/background.js`, limit: '32 kB', gzip: true },
  { name: 'package', path: `${BUILD}/**`, limit: '150 kB', gzip: true },
];
