/** The Human Rights Council: who sat on it, on which day, since 2006. */
export {
  councilKnown,
  councilOn,
  councilSeats,
  type CouncilTerm,
  councilTerms,
  councilTermsOf,
  wasOnCouncil,
} from './council-terms.ts'
