import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Command } from '../domain/command.ts';
import { receive } from './commands.ts';

const ours = { id: 'margin-glance', url: 'chrome-extension://margin-glance/popup.html' };
type Listener = (message: unknown, sender: { id?: string; url?: string }) => unknown;

function listen() {
  const obey = vi.fn(async (_: Command) => undefined);
  let listener: Listener = () => undefined;
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((added) => {
    listener = added as unknown as Listener;
  });
  receive(obey);
  return {
    obey,
    tell: (message: unknown, sender = ours as { id?: string; url?: string }) => listener(message, sender),
  };
}

beforeEach(() => {
  Object.assign(fakeBrowser.runtime, {
    id: 'margin-glance',
    getURL: (path: string) => `chrome-extension://margin-glance${path}`,
  });
});

describe('S3: the background', () => {
  it('obeys the commands of our own pages, and answers nothing', () => {
    const { obey, tell } = listen();
    expect(tell({ type: 'refresh' })).toBeUndefined();
    expect(tell({ type: 'remove', account: 'main' })).toBeUndefined();
    expect(obey.mock.calls).toEqual([[{ type: 'refresh' }], [{ type: 'remove', account: 'main' }]]);
  });

  it.each([
    [{}],
    [{ id: 'margin-glance' }],
    [{ id: 'stranger', url: ours.url }],
    [{ id: 'margin-glance', url: 'https://evil.example/popup.html' }],
    [{ id: 'margin-glance', url: 'chrome-extension://margin-glance.evil.example/popup.html' }],
  ])('has no ear for %j', (sender) => {
    const { obey, tell } = listen();
    expect(tell({ type: 'refresh' }, sender)).toBeUndefined();
    expect(obey).not.toHaveBeenCalled();
  });

  it('ignores what it does not know, whatever it is', () => {
    const { obey, tell } = listen();
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ type: fc.string(), account: fc.anything() })), (message) => {
        expect(tell(message)).toBeUndefined();
      }),
    );
    expect(obey).not.toHaveBeenCalled();
  });
});
