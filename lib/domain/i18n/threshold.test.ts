import { expect, it } from 'vitest';
import { english } from '../../testing/english-i18n.ts';
import { formatThreshold } from './threshold.ts';

it.each([
  [50, '50%'],
  [1.5, '1.5%'],
  [2.25, '2.3%'],
])('formats a threshold of %s percent as %s', (percent, text) => {
  expect(formatThreshold(percent, english)).toBe(text);
});
