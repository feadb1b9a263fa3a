import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Command } from '../../domain/command.ts';
import { corruptedCopies } from '../../testing/corrupt-values.ts';
import { onCommand } from './receive-commands.ts';

const ownPage = { id: 'margin-glance', url: 'chrome-extension://margin-glance/popup.html' };
type Listener = (message: unknown, sender: { id?: string; url?: string }) => unknown;

function listen() {
  const handle = vi.fn(async (_: Command) => undefined);
  let listener: Listener = () => undefined;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((added) => {
    listener = added as unknown as Listener;
  });
  onCommand(handle);
  return {
    handle,
    receive: (message: unknown, sender = ownPage as { id?: string; url?: string }) => listener(message, sender),
  };
}

beforeEach(() => {
  Object.assign(fakeBrowser.runtime, {
    id: 'margin-glance',
    getURL: (path: string) => `chrome-extension://margin-glance${path}`,
  });
});

describe('S3: the background', () => {
  it('handles the commands of the extension’s own pages without a reply', () => {
    const { handle, receive } = listen();
    expect(receive({ type: 'refresh' })).toBeUndefined();
    expect(receive({ type: 'remove', account: 'main' })).toBeUndefined();
    expect(handle.mock.calls).toEqual([[{ type: 'refresh' }], [{ type: 'remove', account: 'main' }]]);
  });

  it.each<[Command]>([
    [{ type: 'unlock', password: '' }],
    [{ type: 'lock' }],
    [{ type: 'lockAfter', minutes: 15 }],
    [
      {
        type: 'rekey',
        request: 'a',
        wanted: { mode: 'password', current: '', password: 'x', secrets: { main: 'secret' } },
      },
    ],
  ])('handles %j', (command) => {
    const { handle, receive } = listen();
    expect(receive(command)).toBeUndefined();
    expect(handle.mock.calls).toEqual([[command]]);
  });

  it.each([
    [{ type: 'unlock' }],
    [{ type: 'unlock', password: 7 }],
    [{ type: 'lockAfter', minutes: 7 }],
    [{ type: 'lockAfter', minutes: '15' }],
    [{ type: 'rekey', request: 'a', wanted: { mode: 'none', current: '', password: '', secrets: {} } }],
    [{ type: 'rekey', request: 'a', wanted: { mode: 'device', current: '', password: '', secrets: { main: 7 } } }],
    [{ type: 'rekey', wanted: { mode: 'device', current: '', password: '', secrets: {} } }],
  ])('ignores %j', (message) => {
    const { handle, receive } = listen();
    expect(receive(message)).toBeUndefined();
    expect(handle).not.toHaveBeenCalled();
  });

  it.each([
    [{}],
    [{ id: 'margin-glance' }],
    [{ id: 'stranger', url: ownPage.url }],
    [{ id: 'margin-glance', url: 'https://evil.example/popup.html' }],
    [{ id: 'margin-glance', url: 'chrome-extension://margin-glance.evil.example/popup.html' }],
  ])('has no ear for %j', (sender) => {
    const { handle, receive } = listen();
    expect(receive({ type: 'refresh' }, sender)).toBeUndefined();
    expect(handle).not.toHaveBeenCalled();
  });

  it('ignores unknown messages of any shape', () => {
    const { handle, receive } = listen();
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ type: fc.string(), account: fc.anything() })), (message) => {
        expect(receive(message)).toBeUndefined();
      }),
    );
    expect(handle).not.toHaveBeenCalled();
  });

  const draft = { id: null, label: 'A', demo: false, products: ['USDT-FUTURES'], confirmed: true };
  it.each([
    { type: 'save', request: 'r', draft: { ...draft, apiKey: 'k', secret: 's', passphrase: 'p' } },
    { type: 'check', request: 'r', account: 'main' },
    { type: 'order', accounts: ['a', 'b'] },
    { type: 'import', accounts: [{ id: 'a', label: 'A', demo: true, products: ['COIN-FUTURES'] }] },
    { type: 'unlock', password: 'x' },
    { type: 'rekey', request: 'r', wanted: { mode: 'session', current: '', password: '', secrets: {} } },
  ])('handles $type, and with one field wrong only if the message is still a command', (whole) => {
    const { handle, receive } = listen();
    receive(whole);
    expect(handle).toHaveBeenCalledExactlyOnceWith(whole);
    handle.mockClear();
    fc.assert(
      fc.property(corruptedCopies(whole), (message) => {
        expect(receive(message)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
    const handled = handle.mock.calls.map(([command]) => command);
    expect(handled.filter((command) => !isLike(command, whole))).toEqual([]);
  });
});

/** Whether a value has all fields of the model with the same types. Null stands for text or null; extra fields are fine. */
function isLike(value: unknown, model: unknown): boolean {
  if (model === null) return value === null || typeof value === 'string';
  if (Array.isArray(model)) return Array.isArray(value) && value.every((each) => isLike(each, model[0]));
  if (typeof model !== 'object') return typeof value === typeof model;
  return Object.entries(model).every(([name, inner]) => isLike(Reflect.get(Object(value), name), inner));
}
