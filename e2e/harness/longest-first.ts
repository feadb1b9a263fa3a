import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, most of it waiting for alarms of the browser. A run lasts at least as long as they do. */
const LONGEST = [
  'states/states',
  'faults/system-clock',
  'accounts/many-accounts',
  'states/languages',
  'update/from-release',
  'update/update',
  'faults/popup',
  'alerts/desktop',
  'popup/views',
].map((name) => `e2e/${name}.test.ts`);

/** Starts the longest files first, so that none of them runs alone at the end. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const place = LONGEST.findIndex((name) => moduleId.endsWith(name));
      return place === -1 ? LONGEST.length : place;
    };
    return sorted.sort((a, b) => rank(a) - rank(b));
  }
}
