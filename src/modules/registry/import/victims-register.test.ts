import { existsSync } from 'node:fs'
import { readFile, writeFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countries, fictionalStates } from '#catalogue/countries'
import {
  type Ground,
  listRecords,
  readBacklinks,
  readCitations,
  readRecord,
  readRecords,
  shippedSchema,
  withRequest,
} from '#platform/records'
import { openTable } from '#platform/tabular'
import { createImport, runImport } from '#platform/transfer'
import { testOrganisation } from '../../../../tests/support/organisation.ts'
import { registryTypes } from '../records/index.ts'
import { registryVocabularies } from '../vocabularies/index.ts'
import { shippedMaps } from './shipped-maps.ts'

const countryTerms = {
  name: 'countries',
  label: { en: 'Countries' },
  terms: [...countries, ...fictionalStates].map(({ code, name }) => ({ code, label: name })),
}
const shipped = shippedSchema(registryTypes, [countryTerms, ...registryVocabularies])
const header =
  'id_unico_ruvte,anio_denuncia,tipificacion_ruvte,apellido_paterno_nombres,apellido_materno,apellido_casada,edad_al_momento_del_hecho,anio_nacimiento,provincia_nacimiento,pais_nacimiento,nacionalidad,fecha_detencion_original,fecha_detencion_edtf,lugar_detencion,fecha_asesinato_o_hallazgo_original,fecha_asesinato_o_hallazgo_edtf,lugar_asesinato_o_hallazgo,fotografia,provincia_nacimiento_indec_id,pais_nacimiento_indec_id'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amparo-register-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function bring(path: string, ground: Ground, actor: Parameters<typeof withRequest>[1]) {
  const importId = await withRequest(ground, actor, (tx) =>
    createImport(tx, {
      type: 'person',
      sourceName: 'register.csv',
      plan: { columns: header.split(','), onProblem: 'stop', mapping: shippedMaps['ruvte-2019'] },
    }),
  )
  return runImport(ground, actor, importId, { open: () => openTable(path, { fileName: 'register.csv' }) })
}

describe("the victims' register", () => {
  test('makes of a row a person, an event, acts and places, cited in the words of the register', async () => {
    const { app, actor } = await testOrganisation()
    const ground = { db: app, shipped }
    const path = join(folder, 'two.csv')
    // Invented rows in the register's own shape.
    await writeFile(
      path,
      [
        header,
        "9001,1984,DESAPARICION FORZADA / EXHUMADOS E IDENTIFICADOS SUS RESTOS,DE LA RIVERA D'ANGELO; ANA MARIA,(apellido es materno),,24 años,1951,MENDOZA,CHECOESLOVAQUIA,ARGENTINA (NATURALIZADA),MAY/1977,1977-05,CORDOBA | CAPITAL | CORDOBA,2ª quinc/11/1977,,LA PLATA | BUENOS AIRES,Sí,50,ARG",
        '9002,1984,ASESINATO,PRUEBA; JUAN,COSTA,,sin datos,sin datos,sin datos,sin datos,ARGENTINA,1º/06/1976,1976-06-01,LA PLATA | BUENOS AIRES,fines/1976,1976~,MONTEVIDEO | URUGUAY,No,,',
      ].join('\n'),
    )
    const report = await bring(path, ground, actor)
    expect(report.findings.filter((one) => one.kind === 'refused')).toEqual([])
    expect(report.byType).toMatchObject({
      source: { created: 1 },
      person: { created: 2 },
      event: { created: 2 },
      act: { created: 4 },
      place: { created: 3 },
    })
    expect(report.findings.map((one) => [one.row, one.field, one.value])).toEqual([
      [2, 'person.birth_country', 'CHECOESLOVAQUIA'],
      [2, 'death.date', '2ª quinc/11/1977'],
    ])
    await withRequest(ground, actor, async (tx) => {
      const people = await listRecords(tx, { type: 'person', sort: 'name' })
      const [ana, juan] = await readRecords(
        tx,
        people.rows.map((row) => row.id),
      )
      expect(ana?.values).toMatchObject({
        name: {
          full: "Ana Maria de la Rivera D'Angelo",
          family: "de la Rivera D'Angelo",
          given: 'Ana Maria',
        },
        external_ids: ['RUVTE 9001'],
        birth: '1951',
        nationality: ['AR'],
        birth_place: 'Mendoza',
        roles: ['disappeared'],
        age_at_time: '24 años',
      })
      expect(ana?.values['birth_country']).toBeUndefined()
      expect(ana?.values['family_name_mother']).toBeUndefined()
      expect(ana?.visibility).toBe('internal')
      expect(juan?.values['birth']).toBeUndefined()
      const cited = await readCitations(tx, ana?.id ?? '')
      expect(cited.get('name')).toMatchObject([
        {
          quote: "DE LA RIVERA D'ANGELO; ANA MARIA",
          locator: 'RUVTE 9001',
          sourceTitle: expect.stringContaining('RUVTE'),
        },
      ])
      expect(cited.get('birth_country')).toMatchObject([{ quote: 'CHECOESLOVAQUIA' }])
      expect(cited.get('family_name_mother')).toMatchObject([{ quote: '(apellido es materno)' }])
      const actsOf = async (person: string | undefined) =>
        readRecords(
          tx,
          (await readBacklinks(tx, person ?? '')).filter((one) => one.type === 'act').map((one) => one.id),
        )
      const acts = await actsOf(ana?.id)
      const disappearance = acts.find((one) => one.values['act_type'] === 'enforced_disappearance')
      expect(disappearance?.values).toMatchObject({
        date: '1977-05',
        location: { text: 'Cordoba, Capital, Cordoba', country: 'AR' },
        country: ['AR'],
        outcome: 'remains_found',
        remains: 'identified',
        victim: { to: ana?.id },
      })
      const to = (disappearance?.values['place'] as { readonly to: string } | undefined)?.to ?? ''
      const place = await readRecord(tx, to)
      expect(place.values).toMatchObject({ name: 'Cordoba, Capital, Cordoba', country: ['AR'] })
      const death = acts.find((one) => one.values['act_type'] === 'against_life')
      expect(death?.values['date']).toBeUndefined()
      expect((await readCitations(tx, death?.id ?? '')).get('date')).toMatchObject([
        { quote: '2ª quinc/11/1977' },
      ])
      // The same place, named in another column of another row, is the same record.
      const others = await actsOf(juan?.id)
      const detention = others.find((one) => one.values['act_type'] === 'arbitrary_detention')
      expect(detention?.values['place']).toEqual(death?.values['place'])
      expect(
        others.find((one) => one.values['act_type'] === 'extrajudicial_execution')?.values,
      ).toMatchObject({
        date: '1976~',
        location: { text: 'Montevideo, Uruguay', country: 'UY' },
      })
    })
    const again = await bring(path, ground, actor)
    expect(again.counts).toMatchObject({ created: 0, updated: 0, unchanged: 12 })
  })

  const real = join(import.meta.dirname, '../../../../../shared/data/memory/ruvte_victimas_2019.csv')
  test.runIf(existsSync(real))(
    'is brought in whole, every date that has a proposed EDTF as that, twice without change',
    async () => {
      const { app, actor } = await testOrganisation()
      const ground = { db: app, shipped }
      const began = performance.now()
      const report = await bring(real, ground, actor)
      const took = performance.now() - began
      expect(report.findings.filter((one) => one.kind === 'refused')).toEqual([])
      expect(report.byType['person']).toEqual({ created: 8_655, updated: 0, unchanged: 0 })
      expect(report.byType['event']?.created).toBe(8_655)
      // What the file itself says, counted without the import.
      const lines = (await readFile(real, 'utf8')).split('\n').slice(1)
      const expressions = await readExpressions(join(real, '../ruvte_expresiones_de_fecha.csv'))
      expect(lines.filter(Boolean)).toHaveLength(8_655)
      const dated = await withRequest(ground, actor, async (tx) => {
        const { rows } = await sql<{ quote: string; date: string | null }>`
          select c.quote, r.values ->> 'date' as date from citation c join record r on r.org_id = c.org_id and r.id = c.record_id
           where c.org_id = ${actor.orgId}::uuid and c.field = 'date' and r.type = 'act'`.execute(tx.sql)
        return rows
      })
      const kept = dated.filter(({ quote }) => expressions.get(quote) === '').length
      const wanted = (quote: string): string | null => {
        const proposed = expressions.get(quote)
        if (proposed !== undefined) return proposed === '' ? null : proposed
        // A plain date, which the list of odd expressions leaves out.
        const [day, month, year] = quote.split('/')
        return `${year}-${month}-${day}`
      }
      expect(dated.filter(({ quote, date }) => date !== wanted(quote))).toEqual([])
      expect(dated.length).toBeGreaterThan(8_655)
      const reviewed = report.findings.filter((one) => one.field.endsWith('.date'))
      expect(kept).toBeGreaterThan(0)
      expect(reviewed).toHaveLength(kept)
      console.info(
        `register: ${report.counts.created} records of ${report.counts.read} rows in ${Math.round(took)} ms; ${kept} dates kept as written`,
      )
      const again = await bring(real, ground, actor)
      expect(again.counts).toMatchObject({ created: 0, updated: 0, refused: 0 })
    },
    600_000,
  )
})

/** expression → proposed EDTF, '' where none is. No cell of that file is quoted. */
async function readExpressions(path: string): Promise<ReadonlyMap<string, string>> {
  const lines = (await readFile(path, 'utf8')).split(/\r?\n/).slice(1).filter(Boolean)
  return new Map(
    lines.map((line) => {
      const [expression = '', edtf = ''] = line.split(',')
      return [expression, edtf] as const
    }),
  )
}
