import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import messages from '../public/_locales/en/messages.json' with { type: 'json' };

type Message = { message: string; placeholders?: Record<string, { content: string }> };
const entries = Object.entries(messages) as [string, Message][];
const sources = globSync('{lib,components,entrypoints}/**/*.{ts,tsx}')
  .filter((file) => !/\.test\.tsx?$/.test(file))
  .map((file) => readFileSync(file, 'utf8'))
  .concat(readFileSync('wxt.config.ts', 'utf8'))
  .join('\n');
/** The fixed beginnings of keys that are put together, such as `level_${level}`. */
const begun = [...sources.matchAll(/`([a-z_]+_)\$\{/g)].map(([, start]) => start ?? '');

describe('texts', () => {
  it.each(entries)('%s is used', (key) => {
    const named = sources.includes(`'${key}'`) || sources.includes(`__MSG_${key}__`);
    expect(named || begun.some((start) => key.startsWith(start))).toBe(true);
  });

  it.each(entries)('%s names each of its placeholders', (_, { message, placeholders = {} }) => {
    const used = [...message.matchAll(/\$(\w+)\$/g)].map(([, name]) => name?.toLowerCase());
    expect(new Set(used)).toEqual(new Set(Object.keys(placeholders)));
    expect(Object.values(placeholders).every(({ content }) => /^\$\d$/.test(content))).toBe(true);
  });

  it('fit the store: the description has at most 132 characters', () => {
    expect(messages.appDescription.message.length).toBeLessThanOrEqual(132);
  });

  it('are not written in the code', () => {
    const written = globSync('{components,entrypoints}/**/*.tsx').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/>\s*([A-Za-z][a-z]+ [a-z][^<>{}();=]*)</g)].map(
        ([, text]) => `${file}: ${text}`,
      ),
    );
    expect(written).toEqual([]);
  });
});
