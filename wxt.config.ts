import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { HOST } from './lib/bitget/host.ts';
import { chunkOf } from './packing/chunks.ts';
import { slimmed } from './packing/locales.ts';
import { SMALLEST } from './packing/minify.ts';
import { noMarkup, plainBackground, plainImports, scriptFirst } from './packing/plugins.ts';
import { addReadme, NO_SOURCES, SOURCES } from './packing/sources.ts';

const OLDEST = { chrome: '124', firefox: '142' };

const CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  `connect-src ${HOST}`,
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ');

/** What Mozilla asks for: an id that stays, the oldest browser, and what is sent away: the API key, to Bitget. */
const gecko = {
  id: 'margin-glance@margin-glance.example',
  strict_min_version: `${OLDEST.firefox}.0`,
  data_collection_permissions: { required: ['authenticationInfo' as const] },
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  zip: { includeSources: SOURCES, excludeSources: NO_SOURCES },
  hooks: {
    'build:publicAssets': (_, files) => {
      files.splice(0, files.length, ...files.map(slimmed));
    },
    'zip:sources:done': (_, archive) => addReadme(archive),
    'vite:build:extendConfig': (entrypoints, config) => {
      const output = { codeSplitting: { groups: [{ name: chunkOf }] } };
      const isBackground = entrypoints.some(({ type }) => type === 'background');
      config.build = mergeConfig(config.build ?? {}, isBackground ? SMALLEST : { rolldownOptions: { output } });
    },
  },
  vite: () => ({
    plugins: [plainImports, scriptFirst, noMarkup, plainBackground],
    build: {
      // The oldest browsers of the manifest: nothing is written for older ones.
      target: [`chrome${OLDEST.chrome}`, `firefox${OLDEST.firefox}`],
      modulePreload: { polyfill: false },
    },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_appName__',
    short_name: '__MSG_appShortName__',
    description: '__MSG_appDescription__',
    default_locale: 'en',
    permissions: ['storage', 'alarms', 'notifications', 'contextMenus'],
    host_permissions: [`${HOST}/*`],
    content_security_policy: { extension_pages: CSP },
    icons: Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icon/${size}.png`])),
    action: { default_title: '__MSG_appName__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+M' } },
      refresh: { description: '__MSG_refresh__', suggested_key: { default: 'Alt+Shift+R' } },
      'toggle-amounts': {
        description: '__MSG_command_amounts__',
        suggested_key: { default: 'Alt+Shift+H' },
      },
    },
    ...(browser === 'firefox' ? { browser_specific_settings: { gecko } } : { minimum_chrome_version: OLDEST.chrome }),
  }),
});
