/** A record written together with its dependants on one screen; what it keeps to is said in ../README.md. */
export { type FamilyScreens, familyRoutes } from './family-routes.tsx'
export type { DependantGroup, Family } from './family.ts'
