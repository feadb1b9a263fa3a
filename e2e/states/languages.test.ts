import process from 'node:process';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MessageKey } from '../../lib/domain/i18n/i18n.ts';
import { PANES } from '../../lib/domain/troubleshooting/settings-link.ts';
import { i18nFrom } from '../../lib/testing/english-i18n.ts';
import { english, folders, languageTag, plain, readTexts } from '../../tools/conventions/texts/locales.ts';
import { buildInLanguage, type LanguageBuild } from '../harness/driver/build-in-language.ts';
import { type Fixture, openWithoutRounds } from '../harness/fixture.ts';
import { type BrowserUnderTest, button, reload, takeScreenshot, text, until } from '../harness/index.ts';
import { openPane } from '../harness/page/panes.ts';
import { listCrampedTexts } from '../harness/page/text-overflow.ts';
import { seedState } from '../harness/state/seed.ts';
import { seedThreeAccounts } from '../harness/state/settings-states.ts';
import { statesAt } from '../harness/state/states.ts';

/** Returns all visible, hover and accessible texts. */
const said = (page: Page) =>
  page.evaluate(() => {
    const names = [...document.querySelectorAll('[aria-label], [title]')].flatMap((node) => [
      node.getAttribute('aria-label') ?? '',
      node.getAttribute('title') ?? '',
    ]);
    return [document.title, document.body.innerText, ...names].join('\n').replace(/[^\S\n]+/g, ' ');
  });

/** Without a pointer, for what is unfolded beside it moves it. */
const hit = (found: ElementHandle) => found.evaluate((node) => node instanceof HTMLElement && node.click());

/** The longest plural forms and CJK; `npm run test:languages` runs all. */
const TESTED = process.env.LANGUAGES === 'all' ? folders : folders.filter((folder) => ['ja', 'ru'].includes(folder));

describe.each(TESTED)('in %s', (folder) => {
  const texts = readTexts(folder);
  const i18n = i18nFrom(languageTag(folder), texts);
  /** Sentences, or most of one, that are English and nothing else. */
  const foreign = Object.entries(english).flatMap(([key, message]) =>
    folder === 'en' || texts[key]?.message === message.message
      ? []
      : plain({ message: message.message.replace(/\$\w+\$/g, '\n') })
          .split('\n')
          .map((part) => part.replace(/^\W+|\W+$/g, ''))
          .filter((part) => part.split(' ').length > 2),
  );
  let scene: Fixture;
  let spoken: LanguageBuild;
  let browser: BrowserUnderTest;
  let options: Page;
  let popup: Page;

  beforeAll(async () => {
    spoken = await buildInLanguage(folder);
    scene = await openWithoutRounds({ extension: spoken.folder });
    ({ browser, options } = scene);
  });
  afterAll(async () => {
    await scene?.close();
    await spoken?.remove();
  });

  const expectRoom = async (page: Page) => {
    expect(await listCrampedTexts(page)).toEqual([]);
    const all = await said(page);
    expect(foreign.filter((part) => all.includes(part))).toEqual([]);
  };
  const press = async (page: Page, key: MessageKey, ...values: readonly string[]) =>
    hit(await button(page, i18n.t(key, ...values)));
  /** Unfolds all that can be, and waits for what is loaded for it. */
  const unfold = async (page: Page) => {
    for (const summary of await page.$$('details:not([open]) > summary')) await hit(summary);
    await until(() => page.evaluate(() => !document.querySelector('details.all[open]:not(:has(table, ul))')), {
      what: 'what is unfolded',
    });
  };

  it('the first run says it in the language, and has room for it, narrow and wide', async () => {
    await button(options, i18n.t('check_and_save'));
    expect(await options.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
      languageTag(folder),
      i18n.t('options_title'),
    ]);
    await expectRoom(options);
    await takeScreenshot(options, `languages-first-${folder}`);
    await options.setViewport({ width: 380, height: 800 });
    await expectRoom(options);
    await options.setViewport({ width: 1000, height: 800 });
  });

  it('sample data in the popup, everything unfolded, and their details', async () => {
    await press(options, 'show_sample_data');
    popup = await browser.open('popup.html');
    await popup.setViewport({ width: 380, height: 600 });
    await until(async () => (await popup.$$('article')).length === 3, { what: 'three cards' });
    const total = new Intl.NumberFormat(languageTag(folder), { minimumFractionDigits: 2 }).format(12876.02);
    expect(await text(popup, '.total')).toContain(total.replace(/\s/g, ' '));
    expect(await popup.evaluate(() => document.documentElement.lang)).toBe(languageTag(folder));
    await takeScreenshot(popup, `languages-popup-${folder}`);
    await unfold(popup);
    await expectRoom(popup);
    await press(popup, 'details_of', `${i18n.t('sample_classic')} USDT`);
    await until(() => popup.$('.details .uplot'), { what: 'the history' });
    await expectRoom(popup);
    await takeScreenshot(popup, `languages-details-${folder}`);
    await popup.keyboard.press('Escape');
    await button(popup, i18n.t('details_of', `${i18n.t('sample_classic')} USDT`));
  });

  it('the panels of the header', async () => {
    const { calm } = statesAt(Date.now());
    if (!calm) throw new Error('no such state');
    await seedState(options, calm);
    await press(popup, 'keep_open');
    await until(() => popup.$('.choice:is(:popover-open *)'), { what: 'the other places' });
    await expectRoom(popup);
    await popup.keyboard.press('Escape');
    await press(popup, 'mute');
    await until(() => popup.$('.mute .snooze'), { what: 'the choices' });
    await expectRoom(popup);
    await takeScreenshot(popup, `languages-mute-${folder}`);
    await popup.keyboard.press('Escape');
  });

  it('every state of the popup', async () => {
    for (const [name, state] of Object.entries(statesAt(Date.now()))) {
      const before = await said(popup);
      await seedState(options, state);
      await until(async () => (await said(popup)) !== before, { what: name });
      expect([name, await listCrampedTexts(popup)]).toEqual([name, []]);
      await expectRoom(popup);
    }
  });

  it('the settings with accounts, narrow and wide', async () => {
    await options.bringToFront();
    const { levels, danger } = statesAt(Date.now());
    if (!levels || !danger) throw new Error('no such states');
    await seedState(options, levels);
    await button(options, i18n.t('check_account', 'Main'));
    for (const width of [1000, 380]) {
      await options.setViewport({ width, height: 800 });
      for (const pane of PANES) {
        await openPane(options, pane);
        await unfold(options);
        await expectRoom(options);
        await takeScreenshot(options, `languages-${pane}-${folder}-${width}`);
      }
    }
    await openPane(options, 'accounts');
    await seedState(options, danger);
    await until(async () => (await said(options)).includes(i18n.t('key_can_advice')), { what: 'what the key may do' });
    await expectRoom(options);
  });

  it('each pane with three accounts, at most 1,200 pixels high', async () => {
    await options.setViewport({ width: 1280, height: 800 });
    await seedThreeAccounts(options, Date.now());
    await button(options, i18n.t('check_account', 'Pool'));
    // Ends the first reading, and folds what was unfolded.
    await reload(options);
    await button(options, i18n.t('check_account', 'Pool'));
    for (const pane of PANES) {
      await openPane(options, pane);
      await takeScreenshot(options, `languages-${pane}-${folder}`);
      const height = await options.evaluate(() => document.documentElement.scrollHeight);
      expect([pane, height], `${pane} is too high`).toEqual([pane, Math.min(height, 1200)]);
    }
  });
});
