import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fields } from '#catalogue/mechanisms'
import { fold, valueClasses } from '#platform/records'
import type { Found, Gathered, Part, Party } from '../gather/value.ts'
import { audiences } from '../records/submission-annex.ts'
import { wordsOf } from '../document/part-words.ts'
import { copyFor, mayBeNamed } from './copy-for.ts'
import type { Permission, Permissions } from './permissions.ts'

const nobody: Gathered['circumstances'] = {
  detained: false,
  incommunicado: null,
  disappeared: false,
  dead: false,
  minor: false,
  group: false,
  nonState: null,
  submitterKind: null,
  otherSubmissions: [],
}

const gathered = (parties: readonly Party[], values: readonly Found[]): Gathered => ({
  caseId: 'c',
  caseReference: 'AR-2026-0001',
  fictitious: true,
  persons: parties.filter(({ standing }) => standing === 'subject').map(({ id }) => id),
  parties: new Map(parties.map((one) => [one.id, one])),
  values,
  sealed: [],
  sourceKinds: [],
  circumstances: nobody,
  records: new Map(),
})

const permission = fc.record<Permission>({
  act: fc.boolean(),
  nameToState: fc.boolean(),
  namePublic: fc.boolean(),
  partner: fc.option(fc.subarray([...valueClasses]).map((list) => new Set(list))),
  publicity: fc.constantFrom('public', 'mixed', null),
})

/** Parties whose names are theirs alone, so that a name that is found is theirs. */
const people = fc
  .array(
    fc.record({
      kind: fc.constantFrom<Party['kind']>('person', 'person', 'organisation'),
      minor: fc.boolean(),
      standing: fc.constantFrom<Party['standing']>('subject', 'source', 'author', 'other'),
      given: permission,
    }),
    { minLength: 1, maxLength: 7 },
  )
  .map((list) => ({
    parties: list.map(
      ({ kind, minor, standing }, i): Party => ({
        id: `p${i}`,
        kind,
        minor,
        standing,
        shown: `Zelquorin${i} Vashtemir${i}`,
        spellings: [`Zelquorin${i} Vashtemir${i}`],
      }),
    ),
    permissions: new Map(list.map(({ given }, i) => [`p${i}`, given])) as Permissions,
  }))

const cases = people.chain(({ parties, permissions }) => {
  const who = fc.constantFrom(...parties.map(({ id }) => id))
  const part: fc.Arbitrary<Part> = fc.oneof(
    who.map((id): Part => ({ kind: 'party', id })),
    fc.constant<Part>({ kind: 'label', text: 'Arrest' }),
    fc.constant<Part>({ kind: 'date', edtf: '2026-11?' }),
    fc.constant<Part>({ kind: 'country', code: 'QO' }),
  )
  const value: fc.Arbitrary<Found> = fc.record({
    field: fc.constantFrom(...fields.map(({ id }) => id), 'chronology'),
    parts: fc.array(part, { maxLength: 4 }),
    row: fc.record({ what: fc.array(part, { maxLength: 3 }), authority: fc.array(part, { maxLength: 2 }) }),
    from: fc.record({
      recordId: fc.constant('r'),
      type: fc.constantFrom('person', 'act', 'submission_answer'),
      field: fc.constant('f'),
      class: fc.constantFrom(...valueClasses),
    }),
    about: fc.uniqueArray(who, { maxLength: 2 }),
  })
  return fc.record({
    parties: fc.constant(parties),
    permissions: fc.constant(permissions),
    values: fc.array(value, { maxLength: 30 }),
  })
})

test('who may not be named, and who told us, is in no structured value of any copy', () => {
  fc.assert(
    fc.property(cases, fc.constantFrom(...audiences), ({ parties, permissions, values }, audience) => {
      const copy = copyFor(audience, gathered(parties, values), permissions, 'en')
      const text = fold(
        copy.values
          .flatMap(({ parts, row }) => [parts, ...Object.values(row ?? {})])
          .map((one) => wordsOf(one, 'en'))
          .join('\n'),
      )
      for (const party of parties) {
        const named = mayBeNamed(party, audience, permissions.get(party.id))
        if (!named) expect(text).not.toMatch(new RegExp(`(zelquorin|vashtemir)${party.id.slice(1)}\\b`))
        if (!named) expect(copy.withheld.map(({ id }) => id)).toContain(party.id)
        if (party.standing === 'source') expect(named).toBe(false)
        if (party.kind === 'person' && party.standing === 'subject') {
          const given = permissions.get(party.id)
          const agreed = {
            mechanism: given?.act,
            state: given?.nameToState && !party.minor,
            public: given?.namePublic && !party.minor,
            partner: given?.partner !== null && !party.minor,
          }[audience]
          expect(named).toBe(agreed === true)
        }
      }
      // What is sealed goes nowhere; what says where somebody is, or how they are, not to the State or the public.
      expect(copy.values.filter(({ from }) => from.class === 'sealed')).toEqual([])
      if (audience === 'state' || audience === 'public') {
        expect(copy.values.filter(({ from }) => from.class === 'health')).toEqual([])
        expect(
          copy.values.filter(({ field }) => /^(consent|asylum)\.|^victim\.(contact|residence)$/.test(field)),
        ).toEqual(
          audience === 'state'
            ? []
            : copy.values.filter(({ field }) => field.startsWith('consent.') && isLow(field)),
        )
      }
      if (audience === 'state')
        expect(copy.values.filter(({ field }) => field.startsWith('submitter.'))).toEqual([])
    }),
    { numRuns: 100 },
  )
})

const isLow = (field: string) => fields.find(({ id }) => id === field)?.sensitivity === 'low'

const subject: Party = {
  id: 'p0',
  kind: 'person',
  shown: 'Ada Vel',
  spellings: ['Ada Vel'],
  minor: false,
  standing: 'subject',
}
const all: Permission = {
  act: true,
  nameToState: true,
  namePublic: true,
  partner: new Set(),
  publicity: 'public',
}
const said = (field: string): Found => ({
  field,
  parts: [{ kind: 'party', id: 'p0' }],
  from: { recordId: 'p0', type: 'person', field: 'name', class: 'open' },
  about: ['p0'],
})

describe('a copy', () => {
  const words = (given: Permission, audience: (typeof audiences)[number], party = subject) =>
    copyFor(
      audience,
      gathered([party], [said('victim.fullName'), said('victim.sexGender')]),
      new Map([['p0', given]]),
      'es',
    ).values.map(({ field, parts }) => [field, wordsOf(parts, 'es')])

  test('names who agreed, and says no more of who did not than a code', () => {
    expect(words(all, 'state')).toEqual([
      ['victim.fullName', 'Ada Vel'],
      ['victim.sexGender', 'Ada Vel'],
    ])
    expect(words({ ...all, nameToState: false }, 'state')).toEqual([['victim.fullName', 'la persona A.']])
    expect(words(all, 'state', { ...subject, minor: true })).toEqual([['victim.fullName', 'la persona A.']])
    expect(words(all, 'mechanism', { ...subject, minor: true })).toHaveLength(2)
    expect(words({ ...all, partner: null }, 'partner')).toEqual([['victim.fullName', 'la persona A.']])
  })

  test('calls its annexes by what they are, whoever it is for', () => {
    const annex: Found = {
      field: 'evidence.annexes',
      parts: [{ kind: 'prose', text: 'Order of the court', language: null, place: 'a.name' }],
      from: { recordId: 'a', type: 'submission_annex', field: 'name', class: 'identity' },
      about: [],
    }
    for (const audience of audiences)
      expect(
        copyFor(audience, gathered([subject], [annex]), new Map([['p0', all]]), 'en').values,
        audience,
      ).toHaveLength(1)
  })

  test('for the public there is none where silence was asked or nobody has decided', () => {
    for (const publicity of ['quiet', 'unknown'] as const)
      expect(() => words({ ...all, publicity }, 'public')).toThrow(/cannot be done/)
    expect(words(all, 'public')).toEqual([['victim.fullName', 'Ada Vel']])
  })
})
