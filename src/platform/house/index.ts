export { type House, type Module, type NavigationEntry, defineModule } from './house.ts'
