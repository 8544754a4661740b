/** The public site: where its pages stand, what they read, and how they are kept. Everything by the public login. */
export {
  type Accent,
  type Arrangement,
  type Block,
  type SiteLink,
  accents,
  blockNames,
  hostShape,
  onionShape,
  readArrangement,
} from './arrangement.ts'
export {
  type PublicList,
  type PublicQuery,
  type PublishedThing,
  type TermCount,
  countPublished,
  entriesPerPage,
  everything,
  readAllPublished,
  readChanges,
  readCursor,
  readLatest,
  readPublicList,
  readPublished,
  readQuery,
  writeQuery,
} from './published.ts'
export { accentColours, accentStyles } from './accents.ts'
export { type Place, type PublicPage, publicPage, publicSiteOf } from './site-frame.tsx'
export { type PublicFile, kindsOf, originOf, placeOf, siteRoute } from './site-route.ts'
export { type Site, hostOf, listSites, readSite, readSiteOfHost, sitePath } from './site.ts'
export { PublicText, inReadingOrder, termLabel, textIn } from './texts.tsx'
export { keepVisits } from './visits.ts'
export { labelsOf as siteLabels, words as siteWords } from './messages.ts'
