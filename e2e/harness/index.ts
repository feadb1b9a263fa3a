export { BUILDS } from './driver/build-paths.ts';
export { can } from './driver/capabilities.ts';
export type { Area, Badge } from './driver/extension-api.ts';
export { type BrowserUnderTest, launch, PRODUCT, type Product } from './driver/launch.ts';
export type { Exchange, Launching } from './driver/launch-options.ts';
export type { Trouble } from './driver/page-error.ts';
export { type DemoExchange, openExchange, pick } from './exchange.ts';
export { type Credentials, connectAccount, enterAccount, enterKey } from './page/account-form.ts';
export { findViolations, type Violation } from './page/axe.ts';
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
} from './page/by-role.ts';
export { readCards, type Shown } from './page/cards.ts';
export { type Patience, until } from './until.ts';
export { SCREENSHOTS, shoot } from './visual/screenshot.ts';
