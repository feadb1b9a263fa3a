/** The files that Mozilla's reviewers get: those that it takes to build the packages again, and how. */
export const SOURCES = [
  '{components,entrypoints,lib,public,tools/build}/**',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  '.npmrc',
  'LICENSE',
  'SOURCE_CODE_REVIEW.md',
];

export const NO_SOURCES = ['lib/testing/**'];
