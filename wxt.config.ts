import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { HOST } from './lib/bitget/http/host.ts';
import { placeScripts } from './tools/build/script-placement.ts';
import { NO_SOURCES, SOURCES } from './tools/build/source-archive.ts';
import { blockFirstPaint, forbidInnerHtml } from './tools/build/vite-plugins.ts';

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
  modules: ['@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  zip: { includeSources: SOURCES, excludeSources: NO_SOURCES },
  hooks: {
    'vite:build:extendConfig': (entrypoints, config) => {
      if (entrypoints.some(({ type }) => type === 'background')) return;
      const { chunkName, plugin } = placeScripts();
      const output = { codeSplitting: { groups: [{ name: chunkName }] } };
      Object.assign(config, mergeConfig(config, { plugins: [plugin], build: { rolldownOptions: { output } } }));
    },
  },
  vite: () => ({
    plugins: [blockFirstPaint, forbidInnerHtml],
    build: {
      // The oldest browsers of the manifest: nothing is written for older ones.
      target: [`chrome${OLDEST.chrome}`, `firefox${OLDEST.firefox}`],
      modulePreload: false,
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
