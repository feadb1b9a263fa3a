import { afterEach, expect } from 'vitest';
import { takeErrors } from './driver/errors.ts';

afterEach(() => {
  expect(takeErrors(), 'errors of the extension during this test').toEqual([]);
});
