export { type LedgerAct, writeLedger } from './write-ledger.ts'
