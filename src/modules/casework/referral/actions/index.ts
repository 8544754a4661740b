/** What the command line does with bundles, without the screens. */
export { openingKeys } from './bundle-keys.ts'
export { type Received, receiveBundle } from './receive-bundle.ts'
