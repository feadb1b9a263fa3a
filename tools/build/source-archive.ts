/** The files for Mozilla's reviewers: everything that builds the packages, with instructions. */
export const SOURCES = [
  '{components,entrypoints,lib,public,tools/build}/**',
  '{package,package-lock,tsconfig}.json',
  'wxt.config.ts',
  '.npmrc',
  'LICENSE',
  'SOURCE_CODE_REVIEW.md',
];

export const NO_SOURCES = ['lib/testing/**'];
