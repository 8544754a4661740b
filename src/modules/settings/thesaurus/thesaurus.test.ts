import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '#platform/problem'
import { type Term, importVocabularies, planImport, shippedSchema, withRequest } from '#platform/records'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import { readThesaurus, technicalName } from './index.ts'

const read = (text: string, name = 'file') => readThesaurus(new TextEncoder().encode(text), name, 'en')

const terms: readonly Term[] = [
  { code: 'a', label: { en: 'Arrest', es: 'Detención', ca: 'Detenció' } },
  {
    code: 'b',
    parent: 'a',
    label: { en: 'Arbitrary <arrest> & "more"' },
    note: { es: 'Sin orden\njudicial' },
  },
  { code: 'c', parent: 'b', label: { ca: 'Sense ordre' }, retired: true },
]

const namespaces = { skos: 'http://www.w3.org/2004/02/skos/core#', owl: 'http://www.w3.org/2002/07/owl#' }
const iri = (code: string) => `https://example.org/acts#${code}`
const xml = (text: string) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`)
const turtleText = (text: string) => JSON.stringify(text)

const asXml = (list: readonly Term[]) => `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by a test --><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="${namespaces.skos}" xmlns:owl="${namespaces.owl}">
<skos:ConceptScheme rdf:about="https://example.org/acts"><skos:prefLabel xml:lang="en">Acts</skos:prefLabel></skos:ConceptScheme>
${list
  .map(
    (
      term,
    ) => `<rdf:Description rdf:about="${xml(iri(term.code))}"><rdf:type rdf:resource="${namespaces.skos}Concept"/>
 ${words(term.label, (tag, text) => `<skos:prefLabel xml:lang="${tag}">${xml(text)}</skos:prefLabel>`)}
 ${words(term.note, (tag, text) => `<skos:scopeNote xml:lang="${tag}">${xml(text)}</skos:scopeNote>`)}
 ${term.parent ? `<skos:broader rdf:resource="${xml(iri(term.parent))}"/>` : ''}
 ${term.retired ? '<owl:deprecated rdf:datatype="http://www.w3.org/2001/XMLSchema#boolean">true</owl:deprecated>' : ''}
</rdf:Description>`,
  )
  .join('\n')}</rdf:RDF>`

const asTurtle = (list: readonly Term[]) => `@prefix skos: <${namespaces.skos}> .
PREFIX owl: <${namespaces.owl}>
<https://example.org/acts> a skos:ConceptScheme ; skos:prefLabel "Acts"@en ; skos:hasTopConcept [ a skos:Concept_ ; skos:x ( 1 2 ) ] . # end
${list
  .map((term) =>
    [
      `<${iri(term.code)}> a skos:Concept`,
      ...pairs(term.label).map(([tag, text]) => `skos:prefLabel ${turtleText(text)}@${tag}`),
      ...pairs(term.note).map(
        ([tag, text]) => `skos:definition """${text.replace(/["\\]/g, '\\$&')}"""@${tag}`,
      ),
      ...(term.parent ? [`skos:broader <${iri(term.parent)}>`] : []),
      ...(term.retired ? ['owl:deprecated true'] : []),
    ].join(' ;\n  '),
  )
  .join(' .\n')} .`

const asJsonLd = (list: readonly Term[]) =>
  JSON.stringify({
    '@context': 'https://example.org/never-fetched.jsonld',
    '@graph': [
      { '@id': 'https://example.org/acts', '@type': 'skos:ConceptScheme', prefLabel: { en: 'Acts' } },
      ...list.map((term) => ({
        '@id': iri(term.code),
        '@type': [`${namespaces.skos}Concept`],
        [`${namespaces.skos}prefLabel`]: pairs(term.label).map(([tag, text]) => ({
          '@language': tag,
          '@value': text,
        })),
        'skos:scopeNote': term.note,
        ...(term.parent && { broader: [{ '@id': iri(term.parent) }] }),
        ...(term.retired && { 'owl:deprecated': true }),
      })),
    ],
  })

const pairs = (held: object | undefined): [string, string][] => Object.entries(held ?? {})
const words = (held: object | undefined, write: (tag: string, text: string) => string) =>
  pairs(held)
    .map(([tag, text]) => write(tag, text))
    .join('')

const formats = { asXml, asTurtle, asJsonLd }

describe('a SKOS thesaurus', () => {
  test.each(Object.entries(formats))(
    'is read with levels, languages, notes and what is deprecated (%s)',
    async (_, write) => {
      const thesaurus = await read(write(terms))
      expect(thesaurus).toMatchObject({
        name: 'acts',
        label: { en: 'Acts' },
        source: 'https://example.org/acts',
      })
      expect(thesaurus.terms).toEqual(terms)
    },
  )

  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((t) => t === t.trim() && /^[^\p{C}]+$/u.test(t))
  const trees = fc
    .array(fc.record({ en: word, es: word }, { requiredKeys: ['en'] }), { minLength: 1, maxLength: 12 })
    .chain((labels) =>
      fc
        .tuple(...labels.map((_, i) => (i === 0 ? fc.constant(null) : fc.option(fc.nat({ max: i - 1 })))))
        .map((parents) =>
          labels.map((label, i): Term => {
            const parent = parents[i]
            return {
              code: `t${i}`,
              ...(typeof parent === 'number' && { parent: `t${parent}` }),
              label: label as { en: string },
            }
          }),
        ),
    )

  test('says the same in every format, whatever its words are', async () => {
    await fc.assert(
      fc.asyncProperty(trees, async (list) => {
        for (const write of Object.values(formats)) expect((await read(write(list))).terms).toEqual(list)
      }),
      { numRuns: 100 },
    )
  })

  test('cut off or spoilt anywhere gives a Problem or fewer terms, never a fault', async () => {
    const texts = Object.values(formats).map((write) => write(terms))
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...texts),
        fc.nat(3_000),
        fc.string({ maxLength: 3 }),
        async (text, at, put) => {
          for (const spoilt of [text.slice(0, at), text.slice(0, at) + put + text.slice(at + 1)])
            await read(spoilt).catch((error: unknown) => {
              expect(error).toBeInstanceOf(Problem)
            })
        },
      ),
      { numRuns: 300 },
    )
  })

  test('with narrower terms alone, notations, regional languages, several parents and synonyms', async () => {
    const thesaurus = await read(`@prefix s: <${namespaces.skos}> .
      <x:1> a s:Concept ; s:notation "01" ; s:prefLabel "Uno"@es-AR, "U"@ca ; s:narrower <x:2> ; s:altLabel "eins"@de .
      <x:2> a s:Concept ; s:notation "01.1" ; s:prefLabel "Two", "Dos"@es-AR, "Dos mismo"@es ; s:broader <x:1>, <x:3> .
      <x:3> a s:Concept ; s:notation "02"^^<x:notation> ; s:prefLabel 'Three'@en .`)
    expect(thesaurus.terms).toEqual([
      { code: '01', label: { es: 'Uno', ca: 'U' } },
      { code: '01.1', parent: '01', label: { en: 'Two', es: 'Dos mismo' } },
      { code: '02', label: { en: 'Three' } },
    ])
    expect(thesaurus.left).toEqual({ otherParents: 1, synonyms: 1 })
  })

  test('in the JSON of thesaurus servers, and with things nested in each other', async () => {
    const served = {
      graph: [
        {
          uri: 'x:1',
          type: 'skos:Concept',
          prefLabel: { lang: 'es', value: 'Uno' },
          narrower: { uri: 'x:2' },
        },
        { uri: 'x:2', type: ['skos:Concept'], prefLabel: [{ lang: 'es', value: 'Dos' }], broader: 'x:1' },
      ],
    }
    expect((await read(JSON.stringify(served))).terms).toEqual([
      { code: '1', label: { es: 'Uno' } },
      { code: '2', parent: '1', label: { es: 'Dos' } },
    ])
    const nested = `<rdf:RDF xml:lang="es"><skos:Concept rdf:about="x:2"><skos:prefLabel>Dos</skos:prefLabel><skos:broader>
      <skos:Concept rdf:about="x:1"><skos:prefLabel>Uno</skos:prefLabel></skos:Concept></skos:broader></skos:Concept></rdf:RDF>`
    expect((await read(nested)).terms).toEqual([
      { code: '2', parent: '1', label: { en: 'Dos' } },
      { code: '1', label: { en: 'Uno' } },
    ])
  })

  test('that declares a document type or entities is refused before any is read', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rdf:RDF [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><rdf:RDF><x>&b;</x></rdf:RDF>`
    const problem = await read(bomb).catch((error: unknown) => error as Problem)
    expect((problem as Problem).explanation?.en).toContain('document type')
    for (const text of ['', 'name;label', '{"a":1}', '[]', '<html></html>', 'PK\u0003\u0004'])
      expect(await read(text).catch((error: unknown) => error)).toBeInstanceOf(Problem)
    const latin = await readThesaurus(Uint8Array.of(60, 233, 62), 'f', 'en').catch((error: unknown) => error)
    expect((latin as Problem).explanation?.en).toContain('UTF-8')
  })
})

test('a technical name is made of words in any language', () => {
  expect(technicalName("Types d'actes (2001)")).toBe('types_d_actes_2001')
  expect(technicalName('1. Violació dels drets')).toBe('violacio_dels_drets')
  expect(technicalName('Права человека')).toBe('')
})

const folder = join(import.meta.dirname, '../../../../../shared/data/huridocs/microthesauri')

describe.runIf(existsSync(folder))('the 51 microthesauri of the Events Standard Formats', () => {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : []
  const load = (name: string) => readFileSync(join(folder, name))

  test('are read whole, with the levels they say they have', async () => {
    let count = 0
    let deepest = 0
    for (const name of files) {
      const bytes = load(name)
      const said = JSON.parse(bytes.toString()) as { count: number; levels: number; key: string }
      if (said.count === 0) continue
      const thesaurus = await readThesaurus(bytes, name, 'en')
      const plan = planImport(shippedSchema([], []), {
        ...thesaurus,
        label: thesaurus.label as { en: string },
      })
      expect([name, plan.added.length, plan.levels]).toEqual([name, said.count, said.levels])
      expect(plan.missing).toEqual({ en: 0, es: 0, ca: said.count })
      count += plan.added.length
      deepest = Math.max(deepest, plan.levels)
    }
    expect([count, deepest]).toEqual([4517, 6])
  })

  test('come in together, keep codes, parents and French, and change nothing the second time', async () => {
    const { app, actor } = await testOrganisation()
    const shipped = shippedSchema([], [])
    const all = await Promise.all(files.map(async (name) => readThesaurus(load(name), name, 'en')))
    const lists = all
      .filter((one) => one.terms.length > 0)
      .map(({ name, label, terms: list }) => ({ name, label: label as { en: string }, terms: list }))
    const bring = () =>
      withRequest({ db: app, shipped }, actor, (tx) => importVocabularies(tx, shipped, lists))
    const first = await bring()
    expect(first.done.reduce((sum, one) => sum + one.added.length, 0)).toBe(4517)
    expect(await bring()).toMatchObject({ unchanged: true })
    await withRequest({ db: app, shipped }, actor, async (tx) => {
      for (const { name, terms: list } of all)
        if (list.length > 0) expect(tx.schema.vocabularies.get(name)?.vocabulary.terms).toEqual(list)
    })
  }, 60_000)
})
