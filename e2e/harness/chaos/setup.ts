import { beforeEach } from 'vitest';
import { reasonFor } from './exceptions.ts';
import { mood } from './seed.ts';

beforeEach(({ task }) => {
  mood.calm = reasonFor(task.file.name, task.name) !== undefined;
});
