import { describe, expect, it } from 'vitest';
import { EXCEPTIONS } from '../e2e/harness/chaos/exceptions.ts';
import { titlesByFile } from './titles.ts';

const titles = titlesByFile();
const excepted = Object.entries(EXCEPTIONS).flatMap(([file, tests]) =>
  Object.keys(tests).map((test) => ({ file: `e2e/${file}.test.ts`, test })),
);

describe('the tests during which the background is not killed', () => {
  it.each(excepted)('$file: there is one that begins with “$test”', ({ file, test }) => {
    expect(titles.get(file)?.filter((title) => title.includes(test))).toHaveLength(1);
  });

  it('are less than an eighth of all', () => {
    const all = [...titles].filter(([file]) => file.startsWith('e2e/')).flatMap(([, each]) => each);
    expect(excepted.length).toBeLessThan(all.length / 8);
  });
});
