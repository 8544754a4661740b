import { type Block, type PaperDocument, countPages } from '#platform/documents'
import type { FileStore } from '#platform/files'
import { Problem } from '#platform/problem'
import type { Tx, ValueClass } from '#platform/records'
import { readableClasses } from '#platform/sharing'
import { type AnnexState, type TakenAnnex, annexStates, takeAnnexes } from '../annexes/annexes.ts'
import { type Copy, type CopyPart, copyFor } from '../copies/copy-for.ts'
import { type Permissions, readPermissions } from '../copies/permissions.ts'
import { type OpenFinding, resolveNames } from '../copies/resolve-names.ts'
import { gapWords } from '../gaps/gap-words.ts'
import { type Gap, gapsOf, isOpenGap, labelOf } from '../gaps/gaps-of.ts'
import { gather } from '../gather/gather.ts'
import { type Gathered } from '../gather/value.ts'
import { planOf } from '../mechanisms/index.ts'
import type { NameDecision, SubmissionDraft } from '../queries/read-submission.ts'
import { textIn } from '../gather/parts.ts'
import type { Audience } from '../records/submission-annex.ts'
import { type Drafting, say, textsIn } from './drafting.ts'
import { annexFaultWords } from './annex-fault-words.ts'
import { type LengthCount, lengthsOf, limitsPages } from './length.ts'
import type { MechanismPlan } from './plan.ts'

/** For whom a document is drafted. */
export interface DraftOptions {
  readonly audience: Audience
  /** To whom a partner's copy would go: consent names partners. */
  readonly partner?: string
  /** The day that it bears, `YYYY-MM-DD`; today unless told. */
  readonly date?: string
}

/** A document as far as it has come. */
export interface DraftedDocument {
  readonly audience: Audience
  readonly gathered: Gathered
  readonly plan: MechanismPlan
  readonly gaps: readonly Gap[]
  /** Nothing that the mechanism requires is lacking. */
  readonly complete: boolean
  /** Names in its texts on which a person has to decide: as long as there are any, there is no document. */
  readonly findings: readonly OpenFinding[]
  readonly lengths: readonly LengthCount[]
  /** Fields that are there and are not in this copy. */
  readonly leftOut: readonly string[]
  /** The people of the case whom the copy names. */
  readonly named: readonly string[]
  /** The classes of value that it draws on. */
  readonly classes: readonly ValueClass[]
  readonly annexes: readonly AnnexState[]
  /** The values of the copy, withheld names taken out, for whoever shows where each came from. */
  readonly copy: Copy
  /** Null while a name is undecided. A draft with gaps says so on every page and lists them. */
  readonly document: PaperDocument | null
  /** The files that go along, with the hashes that the document lists. */
  readonly files: readonly TakenAnnex[]
}

const cannotCheck = { explanation: gapWords.no_names_check } as const

/** What copies of one draft have in common: read once, whatever they leave out. */
export interface PreparedDraft {
  readonly draft: SubmissionDraft
  readonly gathered: Gathered
  readonly permissions: Permissions
  readonly date: string
}

/**
 * Reads the case of a submission and what its people agreed to. Throws `not_found` for a case that is not there for the
 * reader, `forbidden` for who could not see the names that must not stand in a document.
 */
export async function prepareDraft(
  tx: Tx,
  draft: SubmissionDraft,
  { partner, date = new Date().toISOString().slice(0, 10) }: Omit<DraftOptions, 'audience'> = {},
): Promise<PreparedDraft> {
  if (!(await readableClasses(tx)).has('identity')) throw new Problem('forbidden', cannotCheck)
  const gathered = await gather(tx, draft, date)
  const permissions = await readPermissions(tx, gathered, draft.mechanism.id, partner ?? null)
  return { draft, gathered, permissions, date }
}

/**
 * Drafts the document of a submission for an audience, from the case as it is now. Throws as `prepareDraft` and
 * `composeCopy` do.
 */
export async function draftDocument(
  tx: Tx,
  files: FileStore,
  draft: SubmissionDraft,
  { audience, ...options }: DraftOptions,
  more: { readonly withFiles?: boolean } = {},
): Promise<DraftedDocument> {
  return composeCopy(tx, files, await prepareDraft(tx, draft, options), audience, more)
}

/**
 * The copy of a draft for an audience. Throws `conflict` for a public copy where silence was asked. `withFiles: false`
 * leaves the annexes unopened (their list is then not in it).
 */
export async function composeCopy(
  tx: Tx,
  files: FileStore,
  { draft, gathered, permissions, date }: PreparedDraft,
  audience: Audience,
  { withFiles = true }: { readonly withFiles?: boolean } = {},
): Promise<DraftedDocument> {
  const { copy, findings } = withoutNames(
    copyFor(audience, gathered, permissions, draft.language),
    draft.decisions,
  )
  const states = await annexStates(tx, files, draft.annexes, audience)
  const listed = copy.values.filter(({ field }) => field === 'evidence.annexes')
  const nameOf = (recordId: string): string =>
    listed
      .filter(({ from }) => from.recordId === recordId)
      .flatMap(({ parts }) => parts.map((part) => ('text' in part ? part.text : '')))[0] ?? ''
  const taken = withFiles && findings.length === 0 ? await takeAnnexes(tx, files, states, nameOf) : []
  const { mechanism, language } = draft
  const plan = planOf(mechanism)
  const drafting: Drafting = {
    mechanism,
    language,
    copy,
    annexes: taken.map(({ annex }) => annex),
    persons: gathered.persons,
  }
  const parts = plan.sections.map((section) => ({ section, blocks: section.make(drafting) }))
  const body = parts.flatMap(({ blocks }) => blocks)
  const lengths = lengthsOf(
    mechanism,
    drafting,
    parts.filter(({ section }) => !section.uncounted).flatMap(({ blocks }) => blocks),
    limitsPages(mechanism) ? await pagesOf({ draft, drafting, plan, body, open: [], date, gathered }) : null,
  )
  const gaps = [...gapsOf(tx.schema, draft, gathered), ...lengthGaps(lengths), ...annexGaps(states, draft)]
  const open = gaps.filter(isOpenGap)
  return {
    audience,
    gathered,
    plan,
    gaps,
    complete: open.length === 0,
    findings,
    lengths,
    leftOut: copy.leftOut,
    named: [...gathered.parties.values()].flatMap(({ id, kind }) =>
      kind === 'person' && !copy.withheld.some((one) => one.id === id) ? [id] : [],
    ),
    classes: [...new Set(copy.values.map(({ from }) => from.class))],
    annexes: states,
    copy,
    document: findings.length > 0 ? null : paperOf({ draft, drafting, plan, body, open, date, gathered }),
    files: taken,
  }
}

/** The copy with the codes put in its texts, and what nobody has decided on yet. */
function withoutNames(
  copy: Copy,
  decisions: readonly NameDecision[],
): { readonly copy: Copy; readonly findings: readonly OpenFinding[] } {
  const findings = new Map<string, OpenFinding>()
  const put = (part: CopyPart): CopyPart => {
    if (part.kind !== 'prose') return part
    const { text, open } = resolveNames(part.text, part.place, copy.withheld, copy.named, decisions)
    for (const one of open)
      findings.set(`${one.place}\n${one.words}\n${one.whose.map(({ id }) => id).join()}`, one)
    return { ...part, text }
  }
  const values = copy.values.map((value) => ({
    ...value,
    parts: value.parts.map(put),
    ...(value.row && {
      row: Object.fromEntries(Object.entries(value.row).map(([column, cell]) => [column, cell.map(put)])),
    }),
  }))
  return { copy: { ...copy, values }, findings: [...findings.values()] }
}

/** The pages of the PDF as it would leave: complete, and without the list of its annexes, which no limit counts. */
const pagesOf = (composed: Composed): Promise<number> =>
  countPages(paperOf({ ...composed, body: composed.body.filter(({ kind }) => kind !== 'annexes') }))

const lengthGaps = (lengths: readonly LengthCount[]): readonly Gap[] =>
  lengths.flatMap(({ counted, most, field, limit }) =>
    counted !== null && most !== null && counted > most
      ? [
          {
            level: 'required' as const,
            field: field ?? 'format.length',
            label: labelOf(field ?? 'format.length'),
            why: gapWords[limit.unit === 'pages' ? 'too_many_pages' : 'too_long'](counted, most),
            href: null,
            mend: null,
          },
        ]
      : [],
  )

const annexGaps = (states: readonly AnnexState[], draft: SubmissionDraft): readonly Gap[] =>
  states.flatMap(({ fault, chosen }) =>
    fault === null
      ? []
      : [
          {
            level: 'required' as const,
            field: 'evidence.annexes',
            label: labelOf('evidence.annexes'),
            why: annexFaultWords(fault, chosen.position),
            href: draft.record ? `/workspace/submission/${draft.record.id}#annexes` : null,
            mend: null,
          },
        ],
  )

interface Composed {
  readonly draft: SubmissionDraft
  readonly drafting: Drafting
  readonly plan: MechanismPlan
  readonly body: readonly Block[]
  readonly open: readonly Gap[]
  readonly date: string
  readonly gathered: Gathered
}

const copyPhrases = { state: 'state_copy', public: 'public_copy', partner: 'partner_copy' } as const

function paperOf({ draft, drafting, plan, body, open, date, gathered }: Composed): PaperDocument {
  const { mechanism, language, record } = draft
  const stamps = [
    ...(gathered.fictitious ? [say(drafting, 'fictitious')] : []),
    ...(open.length > 0 ? [say(drafting, 'draft')] : []),
  ]
  const { audience } = drafting.copy
  const subtitle = audience === 'mechanism' ? null : say(drafting, copyPhrases[audience])
  const [sender] = textsIn(drafting, 'submitter.name')
  const lines = ['submitter.address', 'submitter.email', 'submitter.phone'].flatMap((field) =>
    textsIn(drafting, field),
  )
  const body_ = mechanism.body[language] ?? mechanism.body.en
  const reference = record ? textIn(record, 'reference') : ''
  const letter = plan.form === 'letter'
  return {
    form: plan.form,
    title: mechanism.name[language],
    // Days before months, as the United Nations write them.
    language: language === 'en' ? 'en-GB' : language,
    date,
    ...(reference && { reference }),
    ...(stamps.length > 0 && { stamp: stamps.join(' · ') }),
    ...(sender && { sender: { name: sender, ...(lines.length > 0 && { lines }) } }),
    ...(letter && body_ && { recipient: [body_] }),
    ...(subtitle && !letter && { subtitle }),
    ...(plan.numbered && { numbered: true }),
    body: [
      ...(subtitle && letter
        ? [{ kind: 'paragraph' as const, text: [{ text: subtitle, emphasis: true }] }]
        : []),
      ...(plan.generic
        ? [{ kind: 'paragraph' as const, text: [{ text: say(drafting, 'generic'), emphasis: true }] }]
        : []),
      ...body,
      ...(open.length > 0
        ? [
            { kind: 'heading' as const, level: 1 as const, text: say(drafting, 'gaps') },
            {
              kind: 'list' as const,
              items: open.map(({ label, why }) => ({
                text: `${label[language]}. ${why[language]}`,
              })),
            },
          ]
        : []),
    ],
  }
}
