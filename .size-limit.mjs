import { readFileSync } from 'node:fs';

const BUILD = '.output/chrome-mv3';
const NAMED = /(?:src|href)="(\/[^"]+\.(?:js|css))"/g;
const IMPORTED = /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g;

/** What a page must load before it can paint: itself, its styles, its scripts, and all that these import at once. */
function criticalPath(page) {
  const named = find(NAMED, page).map((name) => name.slice(1));
  const found = new Set([page, ...named]);
  for (const file of found) if (file.endsWith('.js')) for (const name of imported(file)) found.add(name);
  return [...found].map((name) => `${BUILD}/${name}`);
}

function imported(file) {
  return find(IMPORTED, file).map((name) => `chunks/${name}`);
}

function find(pattern, file) {
  return [...readFileSync(`${BUILD}/${file}`, 'utf8').matchAll(pattern)].map(([, name]) => name);
}

export default [
  { name: 'popup, critical path', path: criticalPath('popup.html'), limit: '36 kB', gzip: true },
  // All of it is needed at each wake, for a service worker cannot load a part later: the polling, and with it the alerts,
  // the two further ways to keep keys, and the history.
  { name: 'background', path: `${BUILD}/background.js`, limit: '50 kB', gzip: true },
  { name: 'package, in English', path: [`${BUILD}/**`, `!${BUILD}/_locales/!(en)/**`], limit: '215 kB', gzip: true },
  { name: 'the six other languages', path: `${BUILD}/_locales/!(en)/**`, limit: '106 kB', gzip: true },
];
