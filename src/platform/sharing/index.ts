export { type OfferToMake, answerOffer, endShare, giveBack, makeOffer, offerShare } from './offer-share.ts'
export {
  type Offer,
  type Share,
  type SharedField,
  listOffers,
  listShares,
  readableClasses,
  scopeFields,
} from './shares.ts'
export { type SharedRecord, listShared, readShared } from './shared-records.ts'
export { clearShares } from './clear-shares.ts'
