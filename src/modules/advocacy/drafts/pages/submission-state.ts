import type { Visit } from '#platform/http'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { type OpenFinding } from '../copies/resolve-names.ts'
import { type DraftedDocument, composeCopy, prepareDraft } from '../document/draft-document.ts'
import { type SubmissionDraft, readSubmission } from '../queries/read-submission.ts'
import { type Audience, audiences } from '../records/submission-annex.ts'

/** A name that is undecided, with the copies that it stands in the way of. */
export interface NamedFinding extends OpenFinding {
  readonly copies: readonly Audience[]
}

/** Everything that the page of a submission shows. */
export interface SubmissionState {
  readonly draft: SubmissionDraft
  readonly shown: DraftedDocument | null
  readonly audience: Audience
  readonly partner: string
  /** Why there is no such copy: silence was asked. */
  readonly refused: Problem | null
  readonly base: DraftedDocument
  readonly findings: readonly NamedFinding[]
}

/** Reads a submission, the copy that the address asks for, and the names that stand in the way of any copy. */
export async function readState(visit: Visit, tx: Tx, id: string): Promise<SubmissionState> {
  const draft = await readSubmission(tx, id)
  const asked = visit.url.searchParams.get('copy')
  const partner = visit.url.searchParams.get('partner')?.trim() ?? ''
  const audience =
    audiences.find((one) => one === asked && (one !== 'partner' || partner !== '')) ?? 'mechanism'
  const prepared = await prepareDraft(tx, draft, partner ? { partner } : {})
  const made = new Map<Audience, DraftedDocument>()
  let refused: Problem | null = null
  for (const one of audiences.filter((each) => each !== 'partner' || audience === 'partner'))
    try {
      made.set(one, await composeCopy(tx, visit.house.files, prepared, one, { withFiles: false }))
    } catch (error) {
      if (!(error instanceof Problem) || error.kind !== 'conflict') throw error
      if (one === audience) refused = error
    }
  const base = made.get('mechanism')
  if (!base) throw new Problem('not_found')
  return {
    draft,
    shown: made.get(audience) ?? null,
    audience,
    partner,
    refused,
    base,
    findings: joined(made),
  }
}

/** The undecided names of all copies: one for each place, wording and those whose name it may be. */
function joined(made: ReadonlyMap<Audience, DraftedDocument>): readonly NamedFinding[] {
  const all = new Map<string, NamedFinding>()
  for (const [audience, { findings }] of made)
    for (const one of findings) {
      const key = `${one.place}\n${one.words}\n${one.whose.map(({ id }) => id).join()}`
      const there = all.get(key)
      all.set(key, { ...one, copies: [...(there?.copies ?? []), audience] })
    }
  return [...all.values()]
}
