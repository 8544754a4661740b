import { matchCountryList } from '#catalogue/countries'
import { matchRights, type RightMatch } from '#catalogue/rights'
import type { PhraseProposal, ProposalStatus, ProposedCode } from './directory-proposal.ts'

function proposed(
  code: string | null,
  status: ProposalStatus,
  original: string,
  candidates: readonly string[],
): ProposedCode {
  return status === 'certain' ? { code, status, original } : { code, status, original, candidates }
}

/** Rights of several lines together: one entry per code, the doubtful reading kept. */
function mergeRights(matches: readonly RightMatch[]): readonly ProposedCode[] {
  const kept = new Map<string, ProposedCode>()
  for (const { code, status, original, candidates } of matches) {
    const key = code ?? `${original}|${candidates.join()}`
    if (kept.get(key)?.status !== 'review') kept.set(key, proposed(code, status, original, candidates))
  }
  return [...kept.values()]
}

/** A line of rights; `doubtful` when it is not sure that it belongs to the card. */
export type RightsLine = { readonly text: string; readonly doubtful: boolean }

/** As `matchPhrases`, for rights that stand on several lines. */
export function matchCells(country: string, rightsLines: readonly RightsLine[], name = ''): PhraseProposal {
  const { matches, personStatus } = matchCountryList(country, { name })
  const countries = matches.map(({ code, status, original, candidates }) =>
    proposed(code, status === 'certain' ? 'certain' : 'review', original, candidates),
  )
  const rights = mergeRights(
    rightsLines.flatMap(({ text, doubtful }) =>
      matchRights(text).map((match) => (doubtful ? { ...match, status: 'review' as const } : match)),
    ),
  )
  const values = [...countries, ...rights]
  const complete = countries.length > 0 && rights.length > 0
  return {
    countries,
    rights,
    ...(personStatus === null ? {} : { personStatus }),
    status: complete && values.every(({ status }) => status === 'certain') ? 'certain' : 'review',
  }
}

/**
 * What a country cell and a rights cell say. `name` is the person's, which directories repeat in the country cell.
 * Pure; never throws.
 */
export function matchPhrases(countryCell: string, rightsCell: string, name = ''): PhraseProposal {
  return matchCells(countryCell, [{ text: rightsCell, doubtful: false }], name)
}
