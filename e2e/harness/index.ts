export { BUILDS } from './driver/build-paths.ts';
export { can } from './driver/capabilities.ts';
export type { Area, Badge } from './driver/extension-api.ts';
export { type BrowserUnderTest, launch, PRODUCT, type Product } from './driver/launch.ts';
export type { Exchange, LaunchOptions } from './driver/launch-options.ts';
export type { PageError } from './driver/page-error.ts';
export { type DemoExchange, openExchange, pickAccount } from './exchange.ts';
export { type Credentials, connectAccount, enterAccount, enterKey, removeAccount } from './page/account-form.ts';
export { findViolations, type Violation } from './page/axe.ts';
export {
  alert,
  button,
  card,
  click,
  element,
  enter,
  field,
  fill,
  findByRole,
  type Place,
  press,
  pressToClose,
  status,
  text,
  tick,
  unfold,
  words,
} from './page/by-role.ts';
export { readCards, type Shown } from './page/cards.ts';
export { openPane } from './page/panes.ts';
export { reload } from './page/reload.ts';
export { until, type WaitOptions } from './until.ts';
export { SCREENSHOTS, takeScreenshot } from './visual/screenshot.ts';
