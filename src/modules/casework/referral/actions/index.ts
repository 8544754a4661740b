/** What the command line and the demonstration do with bundles, without the screens. */
export { makeOwnKeys, openingKeys, readOwnKeys } from './bundle-keys.ts'
export { knowPartner } from './know-partner.ts'
export { askForBundle, makeApproved } from './make-bundle.ts'
export { type Received, receiveBundle } from './receive-bundle.ts'
