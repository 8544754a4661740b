export { type Actor, mayAdminister } from './actor.ts'
export {
  type Capability,
  type ClassOfValue,
  type PersonRole,
  type Role,
  can,
  capabilities,
  classesOfValue,
  isPersonRole,
  personRoles,
  roleCapabilities,
  usualClasses,
} from './capabilities.ts'
