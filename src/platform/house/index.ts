export { type House, type Module, type NavigationEntry, type RecordPanel, defineModule } from './house.ts'
