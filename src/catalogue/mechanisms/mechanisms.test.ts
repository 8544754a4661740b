import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { weekday } from '#platform/deadlines'
import {
  anchors,
  anchorsOf,
  catalogue,
  fieldNeed,
  fields,
  mechanismOf,
  mechanisms,
  sourceOf,
  sources,
  toVerify,
  withChecks,
} from './catalogue.ts'
import { checkFacts, checkMechanism, type KnownIds } from './check-catalogue.ts'
import asylumFile from './data/steps-ar-conare-asylum.json' with { type: 'json' }
import { argentineHolidays } from './holidays.ts'
import type { Mechanism } from './mechanism.ts'
import { listFiles, specialProcedures, uprSessions } from './reference-lists.ts'
import { isRuleChecked } from './rule.ts'
import { stepsOf } from './steps.ts'

const known: KnownIds = {
  sources: new Set(sources.map(({ id }) => id)),
  fields: new Set(fields.map(({ id }) => id)),
  anchors: new Set(Object.keys(anchors)),
  mechanisms: new Set(mechanisms.map(({ id }) => id)),
  roles: catalogue.roles,
}
const rules = mechanisms.flatMap((mechanism) => mechanism.timeLimits)
const original = join(import.meta.dirname, '../../../../shared/data/mechanisms')

/** The petition with one value changed, named by its path; undefined takes it away. */
function spoiled(path: string, value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(mechanismOf('ia-petition')))
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  const place = keys.reduce((at, key) => (at as Record<string, unknown>)[key], copy) as Record<
    string,
    unknown
  >
  if (!(last in place)) throw new Error(`no ${path}`)
  if (value === undefined) delete place[last]
  else place[last] = value
  return copy
}

describe('the catalogue', () => {
  it('has 54 mechanisms, 104 rules, and every file of its folder', () => {
    const files = readdirSync(join(import.meta.dirname, 'data/mechanisms')).map((name) =>
      name.replace('.json', ''),
    )
    expect(mechanisms.map(({ id }) => id).toSorted()).toEqual(files.toSorted())
    expect([mechanisms.length, rules.length]).toEqual([54, 104])
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  it('holds no fact without a known source, no unknown field, and no decision without its words', () => {
    expect(mechanisms.flatMap((one) => checkMechanism(one, known))).toEqual([])
    expect(Object.entries(listFiles).flatMap(([name, file]) => checkFacts(file, name, known))).toEqual([])
    expect(checkFacts(asylumFile, 'steps', known)).toEqual([])
    expect(new Set(sources.map(({ id }) => id)).size).toBe(sources.length)
  })

  it('is refused when a fact loses its source, or a form asks for a field that is not there', () => {
    const wrong = (path: string, value: unknown) => checkMechanism(spoiled(path, value), known)
    expect(wrong('confidence', 'high')).toEqual([])
    expect(wrong('purpose.source', undefined)).toContain('ia-petition.purpose: no source')
    expect(wrong('timeLimits.0.source', [])).toContain('ia-petition.timeLimits[0]: no source')
    expect(wrong('purpose', {})).toEqual(['ia-petition.purpose: no source'])
    expect(wrong('purpose.source', ['hearsay'])).toContain('ia-petition.purpose: no such source: hearsay')
    expect(wrong('fields.required', ['victim.shoeSize'])).toEqual([
      'ia-petition: no such field: victim.shoeSize',
    ])
    expect(wrong('fields.conditional', [{ field: 'nothing', when: 'ever' }])).not.toEqual([])
    expect(wrong('timeLimits.1.provenance', 'found')).toEqual([
      'ia-petition.timeLimits[1]: found does not agree with own',
    ])
    expect(wrong('timeLimits.0.direction.words', 'in due course')).toEqual([
      'ia-petition.ia-6m: direction: “in due course” is not in its row',
    ])
    expect(wrong('timeLimits.0.zone', { value: 'America/New_York' })).toEqual([
      'ia-petition.ia-6m: zone: decided by no words',
    ])
    expect(wrong('timeLimits.0.zone.value', 'Washington')).toEqual(['ia-petition.ia-6m: zone: Washington'])
    expect(wrong('timeLimits.0.anchor', 'whenever')).toEqual(['ia-petition.ia-6m: no such anchor: whenever'])
    expect(wrong('timeLimits.0.unit', 'moons')).toEqual(['ia-petition.ia-6m: no such unit: moons'])
  })

  it('says of each rule which way it counts, where it ends and what it is, or that nothing says so', () => {
    const tally = (values: readonly unknown[]) =>
      Object.fromEntries([...Map.groupBy(values, String)].map(([value, some]) => [value, some.length]))
    expect(tally(rules.map((rule) => rule.direction.value))).toEqual({ after: 79, before: 11, null: 14 })
    expect(tally(rules.map((rule) => rule.kind.value))).toEqual({
      deadline: 43,
      estimate: 7,
      expectation: 46,
      frequency: 6,
      null: 2,
    })
    expect(tally(rules.map((rule) => rule.zone.value !== null))).toEqual({ false: 34, true: 70 })
    const figureless = rules.filter(({ amount, unit }) => amount === null && unit !== '06-01')
    expect(figureless).toHaveLength(25)
    expect(tally(rules.map(isRuleChecked))).toEqual({ false: 60, true: 44 })
  })

  it('lets eleven rules give a hard date, each read in a document', () => {
    const hard = rules.filter(
      (rule) =>
        rule.hard &&
        isRuleChecked(rule) &&
        rule.kind.value !== 'estimate' &&
        /\d/.test(`${rule.amount}${rule.unit}`),
    )
    expect(hard.map(({ id }) => id).toSorted()).toEqual([
      'amparo-15',
      'cerd-6m',
      'cescr-1y',
      'conare-certificate',
      'crc-1y',
      'ecosoc-apply',
      'ecthr-4m',
      'hrc-written',
      'ia-6m',
      'wgeid-1-year-connected',
      'wgeid-3-months',
    ])
  })

  it('knows what is left to verify, and takes an organisation at its word when it names the page', () => {
    const petition = mechanismOf('ia-petition') as Mechanism
    expect(toVerify(petition).rules).toEqual(['ia-state-3m', 'ia-merits-petitioner', 'ia-art51'])
    const page = 'https://www.oas.org/en/iachr/mandate/Basics/rulesiachr.asp'
    const check = { on: '2026-11-21', by: 'Ada', page, amount: 4, unit: 'months' }
    const checked = withChecks(petition, { 'ia-merits-petitioner': check })
    expect(toVerify(checked).rules).toEqual(['ia-state-3m', 'ia-art51'])
    expect(checked.timeLimits[2]).toMatchObject({ source: [page], provenance: 'found', check })
    expect(petition.timeLimits[2]?.check).toBeUndefined()
    expect(() => withChecks(petition, { nothing: check })).toThrow(/no rule nothing/)
  })

  it('names its events and asks for its fields', () => {
    expect(new Set(rules.map(({ anchor }) => anchor))).toEqual(new Set(Object.keys(anchors)))
    expect(anchorsOf(mechanismOf('ar-conare-asylum') as Mechanism)).toEqual([
      'submission.receivedDate',
      'certificate.issueDate',
      'decision.notificationDate',
      'interview.date',
    ])
    const letter = mechanismOf('un-sp-allegation-letter') as Mechanism
    expect(
      ['victim.fullName', 'facts.pattern', 'consent.family', 'asylum.fear'].map((id) =>
        fieldNeed(letter, id),
      ),
    ).toEqual(['R', 'r', 'C', null])
    expect(letter.name).toMatchObject({ es: 'Carta de alegaciones', ca: "Carta d'al·legacions" })
    expect(sourceOf('ar-amparo')?.kind).toBe('secondary')
    expect([sourceOf('nothing'), mechanismOf('nothing')]).toEqual([null, null])
    expect([specialProcedures.length, uprSessions.length]).toEqual([59, 54])
    const mandates = new Set(specialProcedures.map(({ id }) => id))
    for (const { mandateId } of mechanisms) if (mandateId) expect(mandates.has(mandateId)).toBe(true)
  })
})

describe('steps', () => {
  it('of the asylum request in Argentina use its own events, rules and outcomes, each rule once', () => {
    const asylum = mechanismOf('ar-conare-asylum') as Mechanism
    const steps = stepsOf('ar-conare-asylum')
    expect(steps.flatMap(({ clocks }) => clocks).toSorted()).toEqual(
      asylum.timeLimits.map(({ id }) => id).toSorted(),
    )
    expect(new Set(steps.flatMap(({ sets }) => sets))).toEqual(new Set(anchorsOf(asylum)))
    expect(new Set(steps.flatMap(({ records }) => records))).toEqual(new Set(asylum.outcomes.recordAs))
    for (const { label } of steps) expect(Object.keys(label)).toEqual(['en', 'es', 'ca'])
  })

  it('of any other mechanism are its events', () => {
    for (const { id, timeLimits } of mechanisms)
      expect(
        stepsOf(id)
          .flatMap(({ clocks }) => clocks)
          .toSorted(),
      ).toEqual(timeLimits.map((rule) => rule.id).toSorted())
    expect(() => stepsOf('nothing')).toThrow(RangeError)
  })
})

describe("Argentina's holidays", () => {
  /** Law 27.399: to the Monday before from Tuesday or Wednesday, to the Monday after from Thursday or Friday. */
  function observed(day: string): string {
    const [at, number] = [Date.parse(`${day}T00:00Z`), weekday(day)]
    const move = number === 2 || number === 3 ? 1 - number : number === 4 || number === 5 ? 8 - number : 0
    return new Date(at + move * 86_400_000).toISOString().slice(0, 10)
  }
  const certain = argentineHolidays.closed.filter((one) => one.certain).map(({ date }) => date)

  it('are those of the law in every year', () => {
    for (const year of [2024, 2025, 2026, 2027]) {
      for (const fixed of ['01-01', '03-24', '04-02', '05-01', '05-25', '06-20', '07-09', '12-08', '12-25'])
        expect(certain).toContain(`${year}-${fixed}`)
      // Decree 614/2025 let the one Sunday be moved to the Friday before.
      for (const movable of ['06-17', '08-17', '10-12', '11-20'])
        expect(certain).toContain(
          `${year}-${movable}` === '2025-10-12' ? '2025-10-10' : observed(`${year}-${movable}`),
        )
      expect(certain.filter((date) => date.startsWith(String(year)))).toHaveLength(16)
    }
    // Easter by the ecclesiastical tables: 31 March 2024, 20 April 2025, 5 April 2026, 28 March 2027.
    for (const friday of ['2024-03-29', '2025-04-18', '2026-04-03', '2027-03-26'])
      expect(certain).toContain(friday)
    for (const carnival of ['2024-02-12', '2025-03-03', '2026-02-16', '2027-02-08'])
      expect(certain).toContain(carnival)
  })

  it('are dated once, in order, inside what the calendar covers, and name their law', () => {
    const dates = argentineHolidays.closed.map(({ date }) => date)
    expect(dates).toEqual([...new Set(dates)].toSorted())
    for (const { date, source } of argentineHolidays.closed) {
      expect(date >= argentineHolidays.from && date <= argentineHolidays.to).toBe(true)
      expect(source.length > 0 && source.every((id) => known.sources.has(id))).toBe(true)
    }
  })
})

describe.skipIf(!existsSync(original))('our copy beside the compiled data', () => {
  const compiled: readonly Mechanism[] = existsSync(original)
    ? JSON.parse(readFileSync(join(original, 'mechanisms.json'), 'utf8')).mechanisms
    : []

  it('differs only in what it completed and corrected', () => {
    const corrected = new Set(['ia-6m', 'cerd-6m', 'ecthr-4m', 'amparo-15', 'ecosoc-apply'])
    for (const before of compiled) {
      const after = mechanismOf(before.id) as Mechanism
      const { name: _a, timeLimits: was, source: oldSources, provenance: _was, ...rest } = before
      const { name: _b, timeLimits: is, source: newSources, provenance, ...now } = after
      expect(now).toEqual(rest)
      if (before.id !== 'eu-ecthr-application') expect(provenance).toBe(before.provenance)
      expect(newSources).toEqual(expect.arrayContaining([...oldSources]))
      for (const rule of was) {
        const ours = is.find(({ id }) => id === rule.id)
        const { source, provenance: how, ...same } = rule
        expect(ours).toMatchObject(same)
        if (!corrected.has(rule.id)) expect(ours).toMatchObject({ source, provenance: how })
      }
      expect(is.length - was.length).toBe(before.id === 'un-upr-stakeholder' ? 1 : 0)
    }
  })

  it('gives the field matrix that was derived from it', () => {
    const { matrix } = JSON.parse(readFileSync(join(original, 'field-matrix.json'), 'utf8')) as {
      matrix: Record<string, Record<string, string>>
    }
    for (const mechanism of mechanisms)
      for (const { id } of fields) expect(fieldNeed(mechanism, id)).toBe(matrix[id]?.[mechanism.id] ?? null)
  })
})
