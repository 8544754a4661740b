export { shippedMaps } from './shipped-maps.ts'
