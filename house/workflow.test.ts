import { accessSync, constants, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const WORKFLOWS = globSync('.github/workflows/*.yml');

it('the public CI runs what every other run runs', () => {
  expect(readFileSync('.github/workflows/ci.yml', 'utf8')).toMatch(/^ +- run: \.ci\/run$/m);
  accessSync('.ci/run', constants.X_OK);
});

describe.each(WORKFLOWS)('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  it('may read the repository, and nothing more', () => {
    expect(text.match(/permissions:(?:\n +.+)*/g)).toEqual(['permissions:\n  contents: read']);
    expect(text).not.toMatch(/secrets\.|pull_request_target/);
  });

  it('names each action to the commit, and its version for those who read', () => {
    const actions = text.match(/uses:.*/g) ?? [];
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });
});
