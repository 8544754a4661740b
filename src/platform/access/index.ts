export { type Actor, mayAdminister } from './actor.ts'
