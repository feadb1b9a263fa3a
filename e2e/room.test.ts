import { afterAll, beforeAll, expect, it } from 'vitest';
import { crampedIn } from './harness/room.ts';
import { openScene, type Scene } from './harness/scene.ts';

/** What each of these says of itself is wrong with it, but for the last two. */
const BOXES = [
  ['leaves its box', 'width: 40px; white-space: nowrap', ''],
  ['leaves the window', 'width: 4000px; text-align: right', ''],
  ['is cut', 'width: 400px; white-space: nowrap', 'width: 20px; overflow: hidden'],
  ['lies over another', 'position: relative; top: 1.2em', ''],
  ['the other', '', ''],
  ['has room', 'width: 400px', 'width: 20px; overflow: visible'],
] as const;
let scene: Scene;

beforeAll(async () => {
  scene = await openScene([]);
});
afterAll(() => scene?.close());

it('what has no room is found, and why', async () => {
  expect(await crampedIn(scene.options)).toEqual([]);
  await scene.options.evaluate((boxes) => {
    for (const [text, inner, outer] of boxes) {
      const frame = document.createElement('div');
      const box = document.createElement('p');
      box.textContent = text;
      box.style.cssText = inner;
      frame.style.cssText = `${outer}; line-height: 1.2`;
      frame.append(box);
      document.body.append(frame);
    }
  }, BOXES);
  expect(await crampedIn(scene.options)).toEqual([
    'leaves its box: leaves its box',
    'leaves the window: leaves the window',
    'is cut: is cut',
    'lies over another: lies over another / the other',
  ]);
});
