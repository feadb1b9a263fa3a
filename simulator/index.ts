export type { AccountSpec, Family, LiveAccount, PermType } from './account.ts';
export type { Certificate } from './certificate.ts';
export { booksOf, type DemoAccount, demoAccounts } from './demo.ts';
export type { Fault, FaultMatch } from './fault.ts';
export type { LogEntry, SignatureState } from './log.ts';
export * from './market/index.ts';
export { type Category, categories, type ProductType, productTypes } from './product.ts';
export * from './samples/index.ts';
export { type Simulator, type SimulatorOptions, startSimulator } from './server.ts';
