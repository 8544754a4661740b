import { expect, test } from 'vitest'
import { fields, mechanisms, submissionStatuses } from '#catalogue/mechanisms'
import { renderText } from '#platform/documents'
import { type FieldDefinition, type Tx, addTerm, updateRecord, withRequest } from '#platform/records'
import { testOrganisation } from '../../../../../tests/support/organisation.ts'
import { shipped } from '../../../../open-house.ts'
import { draftDocument } from '../document/draft-document.ts'
import { findDraft } from '../queries/find-draft.ts'
import { requireMechanism } from '../queries/read-submission.ts'
import { writeSampleCase } from '../sample-case.ts'
import { frenchOptions, frenchVocabularies, optionInFrench, termInFrench } from './french-words.ts'

test('every term of a vocabulary that a document takes from has a French word, and no word is of no term', () => {
  const vocabularies = [...frenchVocabularies.keys(), 'languages']
  const missing = vocabularies.flatMap((name) =>
    [...(shipped.vocabularies.get(name)?.byCode.keys() ?? ['(no such vocabulary)'])]
      .filter((code) => !termInFrench(name, code))
      .map((code) => `${name}/${code}`),
  )
  expect(missing).toEqual([])
  const stale = [...frenchVocabularies].flatMap(([name, words]) =>
    [...words.keys()].filter((code) => !shipped.vocabularies.get(name)?.byCode.has(code)),
  )
  expect(stale).toEqual([])
})

/** Choices that rooms of gathering put in a document. */
const choices: readonly (readonly [type: string, field: string, attribute?: string])[] = [
  ['act', 'warrant'],
  ['act', 'family_contact'],
  ['detention', 'status'],
  ['detention', 'ended_as'],
  ['detention', 'charges', 'state'],
  ['detention', 'sentences', 'kind'],
  ['detention', 'sentences', 'final'],
  ['detention_change', 'status'],
  ['submission', 'mechanism'],
  ['submission', 'status'],
  ['consent', 'form'],
  ['consent', 'given_by'],
  ['submitter', 'kind'],
  ['submitter', 'follows_up'],
]

test('every option of a choice that a document takes has French words, and no word is of no option', () => {
  const known = new Set<string>()
  const missing: string[] = []
  for (const [type, name, attribute] of choices) {
    const field = shipped.types.get(type)?.fields.find((one) => one.name === name)
    const asked: FieldDefinition | undefined =
      attribute === undefined ? field : field?.attributes?.find((one) => one.name === attribute)
    if (!asked?.options) throw new Error(`${type}.${name} is no choice`)
    for (const { code } of asked.options) {
      known.add(`${asked.name}/${code}`)
      // A stopped submission has not been sent: it is not listed among what was.
      if (code !== 'frozen' && !optionInFrench(asked.name, code)) missing.push(`${asked.name}/${code}`)
    }
  }
  expect(missing).toEqual([])
  expect([...frenchOptions.keys()].filter((key) => !known.has(key))).toEqual([])
})

test('fields, mechanisms and statuses of the catalogue have French names', () => {
  for (const { id, name } of mechanisms) expect(name.fr, id).toBeTruthy()
  for (const { id, label } of [...fields, ...submissionStatuses]) expect(label.fr, id).toBeTruthy()
})

test('a French draft says acts, roles and States in French; a term that the organisation added is said to be English', async () => {
  const { app, actor } = await testOrganisation()
  const inOne = <T>(action: (tx: Tx) => Promise<T>) => withRequest({ db: app, shipped }, actor, action)
  const sample = await inOne(writeSampleCase)
  const draftIn = (language: 'fr' | 'en') =>
    inOne(async (tx) => {
      const draft = await findDraft(tx, sample.caseId, await requireMechanism(tx, 'un-ced-urgent'), language)
      const drafted = await draftDocument(tx, noFiles, draft, { audience: 'mechanism', date: '2026-11-21' })
      if (!drafted.document) throw new Error('no document')
      const said = drafted.gaps.some(({ why }) => why.fr.includes('figurent en anglais'))
      return { text: renderText(drafted.document).bytes.toString(), said }
    })
  const [fr, en] = [await draftIn('fr'), await draftIn('en')]
  for (const [french, english] of [
    ['Disparition forcée', 'Enforced disappearance'],
    ['Musicien(ne) ou chanteur(se)', 'Musician or singer'],
    ['Femme', 'Woman'],
    ['Oscanie', 'Oscania'],
  ] as const) {
    expect(en.text).toContain(english)
    expect(fr.text).toContain(french)
    expect(fr.text).not.toContain(english)
  }
  expect(fr.said).toBe(false)
  await inOne(async (tx) => {
    const label = { en: 'Puppeteer', es: 'Titiritera', ca: 'Titellaire' }
    await addTerm(tx, shipped, 'occupations', { code: 'puppeteer', label })
  })
  await inOne((tx) =>
    updateRecord(tx, { id: sample.person, version: 1, values: { occupation: ['musician', 'puppeteer'] } }),
  )
  const later = await draftIn('fr')
  expect(later.text).toContain('Puppeteer')
  expect(later.said).toBe(true)
})

const noFiles = {} as Parameters<typeof draftDocument>[1]
