/** What has to be agreed before anything of a person leaves: consent and publicity. See README.md. */
export {
  type ConsentAnswer,
  type ConsentAsked,
  type ConsentChannel,
  type ConsentLack,
  type ConsentPurpose,
  type ConsentScope,
  consentChannels,
  consentInForce,
  consentLacks,
  consentPurposes,
  consentScopes,
} from './consent.ts'
export { endPublications } from './end-publications.ts'
export { type Publicity, namingRefusal, publicityOf, standsAgainst } from './publicity.ts'
export { type DepartedThing, whatLeft } from './what-left.ts'
