export type { AccountSpec, Family, LiveAccount, NotUnifiedCode, PermType } from './bitget/account.ts';
export {
  type Category,
  categories,
  type ProductType,
  type ProductTypeState,
  productTypes,
} from './bitget/product-types.ts';
export { createDemoAccounts, type DemoAccount, listHoldings } from './demo/accounts.ts';
export * from './market/index.ts';
export * from './samples/index.ts';
export type { Certificate } from './server/certificate.ts';
export type { Exchange } from './server/exchange.ts';
export type { Fault, FaultMatch } from './server/fault-injection.ts';
export { applyFaultEvent, type FaultEvent, planFaults } from './server/fault-plan.ts';
export { createInProcessExchange, type InProcessExchange } from './server/in-process.ts';
export type { Outage } from './server/outage.ts';
export type { LogEntry, SignatureState } from './server/request-log.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './server/server.ts';
