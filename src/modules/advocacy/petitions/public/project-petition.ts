import { instantOf } from '#platform/dates'
import type { PublicProjection } from '#platform/house'
import { newestFirst, projectRecord } from '#platform/publication'
import { type RecordView, type Tx, fold } from '#platform/records'
import { labelsOf } from '../messages.ts'
import { readAddressees } from '../queries/read-addressees.ts'
import { againstText, readNamed } from '../queries/unnamed-people.ts'
import { isResponse } from '../words-of-petitions.ts'

/** As a public page, or as a letter behind a closed link. */
export type PetitionDoor = 'petition' | 'sign_on_letter'

const momentOf = (value: unknown) =>
  typeof value === 'string' ? { said: value, at: instantOf(value).toISOString() } : undefined

/** What would be public of a petition by this door, and what stands against it. */
export async function projectPetition(
  tx: Tx,
  record: RecordView,
  choice: ReadonlySet<string>,
  door: PetitionDoor,
): Promise<PublicProjection> {
  const page = projectRecord(tx, record)
  const heading = page.texts('heading', { essential: true })
  const text = page.texts('text')
  page.terms('country')
  page.terms('states')
  page.value('opens', { as: momentOf })
  const closes = page.value('closes', { as: momentOf })
  page.value('target')
  page.texts('outcome')
  const closed = record.values['kind'] === 'sign_on'
  page.terms('kind')
  if (choice.has('addressees')) await showAddressees(tx, page, record)

  for (const personId of await readNamed(tx, record.id))
    page.names(personId, { purpose: 'advocacy', channel: door === 'petition' ? 'website' : 'letter' })

  if (door === 'sign_on_letter' && !closed) page.refuse(labelsOf('refused_not_letter'))
  if (Object.keys(heading).length === 0) page.refuse(labelsOf('refused_no_heading'))
  if (Object.keys(text).length === 0) page.refuse(labelsOf('refused_no_text'))
  if (!closes) page.refuse(labelsOf('refused_no_end'))
  for (const against of await againstText(tx, record, [...Object.values(heading), ...Object.values(text)]))
    page.refuse(labelsOf(`refused_${against}`))

  return page.done({
    slug: heading[tx.schema.languages[0] ?? 'en'] ?? Object.values(heading)[0] ?? '',
    find: Object.values(heading),
    sortKey: newestFirst(record.createdAt),
  })
}

/** The day of what came of it: of the furthest that it came. */
const dayOf: Readonly<Record<string, string>> = {
  acknowledged: 'acknowledged_on',
  answered: 'answered_on',
  acted: 'acted_on',
  refused: 'refused_on',
}

async function showAddressees(
  tx: Tx,
  page: ReturnType<typeof projectRecord>,
  record: RecordView,
): Promise<void> {
  const codes = new Set<string>()
  const term = (vocabulary: string, code: unknown) =>
    typeof code === 'string'
      ? { code, label: tx.schema.vocabularies.get(vocabulary)?.byCode.get(code)?.label ?? {} }
      : undefined
  for (const one of await readAddressees(tx, record.id)) {
    const { values } = one
    const base = fold(one.title).replaceAll(' ', '-').slice(0, 40) || 'x'
    const code = codes.has(base) ? `${base}-${codes.size}` : base
    codes.add(code)
    const response = isResponse(values['response']) ? values['response'] : 'none'
    const day = dayOf[response]
    const shown = {
      name: values['name'],
      kind: term('addressee_kinds', values['kind']),
      state: term('countries', values['state']),
      ask: term('petition_asks', values['ask']),
      askWords: values['ask_words'],
      askedOn: values['asked_on'],
      response,
      on: day ? values[day] : undefined,
      answer: values['answer'],
    }
    page.entry(
      'addressees',
      code,
      Object.fromEntries(Object.entries(shown).filter(([, value]) => value !== undefined)),
      [
        {
          of: one,
          fields: [
            'name',
            'kind',
            'state',
            'ask',
            'ask_words',
            'asked_on',
            'response',
            'answer',
            ...(day ? [day] : []),
          ],
          points: { field: 'petition', to: record.id },
        },
      ],
    )
  }
}
