export { type Credentials, connectAccount, enterAccount, enterKey } from './account.ts';
export { findViolations, type Violation } from './axe.ts';
export { type BrowserUnderTest, launch, PRODUCT, type Product } from './browser.ts';
export { BUILDS } from './builds.ts';
export { can } from './exceptions.ts';
export { type DemoExchange, openExchange, pick } from './exchange.ts';
export { readCards, type Shown } from './figures.ts';
export type { Area, Badge } from './inside.ts';
export type { Exchange, Launching } from './launching.ts';
export { SCREENSHOTS, shoot } from './picture.ts';
export {
  alert,
  button,
  card,
  click,
  element,
  field,
  fill,
  type Place,
  press,
  seek,
  status,
  text,
  tick,
  unfold,
  words,
} from './role.ts';
export type { Trouble } from './trouble.ts';
export { type Patience, until } from './until.ts';
