import type { AccountSpec } from '../../../simulator/index.ts';
import { type Browser, evaluate } from './browser.ts';
import { until } from './until.ts';
import type { Worker } from './worker.ts';

export const KEY: AccountSpec = {
  apiKey: 'bg_bench_0123456789abcdef',
  secret: 'bench-secret-0123456789abcdef',
  passphrase: 'benchpassphrase',
  uid: '1',
  family: 'classic',
};

/** Keys of many accounts. */
export const KEYS: readonly AccountSpec[] = Array.from({ length: 20 }, (_, index) => {
  return { ...KEY, apiKey: `bg_bench_${index + 100}`, uid: String(index + 100) };
});

/** Connects the account through the options page, as a user does. One product type keeps rounds short. */
export async function connectAccount(browser: Browser, worker: Worker): Promise<void> {
  const session = await attachToOptions(browser, worker);
  const fields = { Label: 'Main', 'API key': KEY.apiKey, 'Secret key': KEY.secret, Passphrase: KEY.passphrase };
  await until(() => evaluate(browser, session, `${fillForm}(${JSON.stringify(fields)})`), 'the form is filled');
  await evaluate(browser, session, `(${press})()`);
  await until(() => worker.run('chrome.storage.local.get("accounts").then((all) => "accounts" in all)'), 'an account');
}

/** Connects many accounts by the message that the form sends. */
export async function connectAccounts(browser: Browser, worker: Worker): Promise<void> {
  const session = await attachToOptions(browser, worker);
  for (const [index, { apiKey, secret, passphrase }] of KEYS.entries()) {
    const label = `Account ${index + 1}`;
    const products = ['USDT-FUTURES'];
    const draft = { id: null, label, demo: false, products, confirmed: true, apiKey, secret, passphrase };
    const message = JSON.stringify({ type: 'save', request: label, draft });
    await evaluate(browser, session, `chrome.runtime.sendMessage(${message}).then(() => null)`);
  }
  const stored = 'chrome.storage.local.get("accounts").then(({ accounts }) => accounts?.value.length)';
  await until(async () => (await worker.run(stored)) === KEYS.length, 'all accounts', 60_000);
}

async function attachToOptions(browser: Browser, { id }: Worker): Promise<string> {
  const find = async () => (await browser.targets()).find(({ url }) => url === `chrome-extension://${id}/options.html`);
  const session = await browser.attach(await until(find, 'the options page'));
  const isLoaded = () =>
    evaluate(browser, session, 'chrome.runtime !== undefined && document.readyState === "complete"');
  await until(isLoaded, 'the options page is loaded');
  return session;
}

const fillForm = `(async (fields) => {
  const labels = [...document.querySelectorAll('label')];
  const inputs = Object.keys(fields).map((name) => labels.find((it) => it.textContent.trim() === name)?.control);
  if (inputs.includes(undefined)) return false;
  for (const [index, value] of Object.values(fields).entries()) {
    inputs[index].value = value;
    inputs[index].dispatchEvent(new Event('input', { bubbles: true }));
    // The page renders again after each input.
    await new Promise((drawn) => setTimeout(drawn, 50));
  }
  for (const label of labels.filter((it) => ['Coin-M', 'USDC-M'].includes(it.textContent.trim()))) {
    if (!label.control.checked) continue;
    label.control.click();
    await new Promise((drawn) => setTimeout(drawn, 50));
  }
  return true;
})`;

const press = `() =>
  [...document.querySelectorAll('button')].find((it) => it.textContent.trim() === 'Check and save').click()`;
