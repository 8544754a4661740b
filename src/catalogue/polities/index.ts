/** Polities: the states as they existed, their codes and names in the sources, their groups, and a place in every ballot. */
export { type CodeSystem, polityByCode } from './codes.ts'
export {
  groupMembers,
  type GroupMember,
  polityGroup,
  type PolityGroup,
  polityGroups,
  regionalGroupOf,
} from './groups.ts'
export { polityName } from './names.ts'
export { ballotLength, inUnitedNations, polities, type Polity, polity, polityOfCountry } from './polity.ts'
export { type NameReading, polityByName, polityCandidates } from './read-name.ts'
export { polityOfSeries } from './seats.ts'
