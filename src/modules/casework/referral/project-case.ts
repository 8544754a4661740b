import { createHash } from 'node:crypto'
import { isPicture } from '#platform/evidence'
import type { FileStore } from '#platform/files'
import type { Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type FieldDefinition,
  type RecordView,
  type Reference,
  type Tx,
  type ValueClass,
  classOf,
  readRecord,
  readRecords,
  typeOf,
  valuesOf,
} from '#platform/records'
import { atRisk } from '../cases/safe-contact.ts'
import { type Portion, filesOf, isNote, isOurs, isWritten, localNames, numbered, shape } from './portion.ts'
import { readBeside } from './queries/beside.ts'
import { type Partner, readRecipient } from './queries/partners.ts'
import { type ReferralConsent, referralConsent } from './queries/referral-consent.ts'

/** What somebody chose to hand over. All that is not chosen stays, and of what is chosen only what was agreed goes. */
export interface Selection {
  readonly caseId: string
  readonly partnerId: string
  readonly purpose: string
  /** The last day on which they may have it, `2027-03-31`. */
  readonly until: string
  readonly language: Language
  /** Records besides the case itself. */
  readonly records: readonly string[]
  /** Texts: `<record>.<field>`. */
  readonly texts: readonly string[]
  /** Attachments. */
  readonly files: readonly string[]
}

type Granted = Extract<ReferralConsent, { granted: true }>

/** Somebody of the case, and whether they agreed. */
export interface Asked {
  readonly person: RecordView
  readonly atRisk: boolean
  readonly consent: ReferralConsent
}

/** What of a case might be handed to a partner, before anybody chose. */
export interface Referable {
  readonly record: RecordView
  readonly partner: Partner & { readonly recipient: string }
  readonly asked: readonly Asked[]
  /** Why nothing may go at all; null where something may. */
  readonly against: 'nobody' | 'lacking' | null
  /** The last day that every consent of those at risk allows; null: no limit. */
  readonly lastDay: string | null
  /** The case and all that may go with it, people first. */
  readonly candidates: readonly RecordView[]
  /** What of the candidates one is a part of, and cannot go without. */
  readonly partOf: ReadonlyMap<string, readonly string[]>
  /** The classes of value that may go of a record. */
  readonly classes: ReadonlyMap<string, ReadonlySet<ValueClass>>
  readonly pictures: boolean
}

const both = (sets: readonly ReadonlySet<ValueClass>[]): ReadonlySet<ValueClass> =>
  sets.length === 0
    ? new Set()
    : new Set([...(sets[0] ?? [])].filter((one) => sets.every((set) => set.has(one))))

/** What of a case consent lets go to a partner today. */
export async function readReferable(tx: Tx, caseId: string, partnerId: string): Promise<Referable> {
  const record = await readRecord(tx, caseId)
  if (record.type !== 'case' || record.deletedAt || record.mergedInto) throw new Problem('not_found')
  const partner = await readRecipient(tx, partnerId)
  const references = valuesOf(record.values['people']) as readonly Reference[]
  const roles = new Map(references.map(({ to, attributes }) => [to, attributes?.['role'] ?? atRisk]))
  const people = await readRecords(tx, [...roles.keys()])
  const asked: Asked[] = []
  for (const person of people)
    if (!person.deletedAt)
      asked.push({
        person,
        atRisk: roles.get(person.id) === atRisk,
        consent: await referralConsent(tx, person.id, partner.name),
      })
  const ground = asked.filter((one) => one.atRisk)
  // Somebody at risk whom the asker cannot see has not been asked either.
  const unseen = references.filter(
    ({ to, attributes }) =>
      (attributes?.['role'] ?? atRisk) === atRisk && !asked.some(({ person }) => person.id === to),
  )
  const granted = ground.flatMap(({ consent }) => (consent.granted ? [consent] : []))
  const against =
    ground.length === 0 && unseen.length === 0
      ? ('nobody' as const)
      : granted.length < ground.length || unseen.length > 0
        ? ('lacking' as const)
        : null
  const covered = new Map(
    asked.flatMap(({ person, consent }) => (consent.granted ? [[person.id, consent] as const] : [])),
  )
  const common = both(granted.map(({ classes }) => classes))
  const beside = against === null ? await readBeside(tx, record) : []
  const classes = new Map<string, ReadonlySet<ValueClass>>([[record.id, common]])
  const candidates = [record]
  for (const { person } of asked) {
    const own = covered.get(person.id)
    if (!own || against !== null) continue
    classes.set(person.id, own.classes)
    candidates.push(person)
  }
  const partOf = new Map<string, readonly string[]>()
  for (const { record: one, partOf: over, subjects } of beside) {
    if (subjects.some((id) => !covered.has(id))) continue
    classes.set(one.id, both([common, ...subjects.map((id) => (covered.get(id) as Granted).classes)]))
    partOf.set(one.id, over)
    candidates.push(one)
  }
  const days = granted.flatMap(({ lastDay }) => lastDay ?? []).sort()
  return {
    record,
    partner,
    asked,
    against,
    lastDay: days[0] ?? null,
    candidates,
    partOf,
    classes,
    pictures: granted.length > 0 && granted.every(({ pictures }) => pictures),
  }
}

/** Whether a field may go at all, of classes that were agreed: what we note for ourselves never does. */
export const mayGo = (tx: Tx, field: FieldDefinition, classes: ReadonlySet<ValueClass>): boolean =>
  classOf(field) !== 'sealed' && classes.has(classOf(field)) && !isNote(field) && !isOurs(tx, field)

/** What is chosen of a case and was agreed, and nothing else. */
export interface Referred extends Portion {
  readonly referable: Referable
  /** SHA-256 of exactly this, to this partner, on these terms: what a second person approves. */
  readonly digest: Buffer
  readonly persons: readonly string[]
  /** Classes of value that go. */
  readonly classes: readonly ValueClass[]
}

const problems = {
  part: {
    en: 'Tick also what it is a part of, or leave it here as well.',
    es: 'Marque también aquello de lo que forma parte, o déjelo aquí también.',
    ca: 'Marqueu també allò de què forma part, o deixeu-ho aquí també.',
  },
  purpose: {
    en: 'Say what it is for.',
    es: 'Diga para qué es.',
    ca: 'Digueu per a què és.',
  },
  until: {
    en: 'Give the last day, from today on and no later than the consent allows: 2027-03-31.',
    es: 'Indique el último día, desde hoy y no más allá de lo que permite el consentimiento: 2027-03-31.',
    ca: "Indiqueu l'últim dia, des d'avui i no més enllà del que permet el consentiment: 2027-03-31.",
  },
}

/** What stands against a referral, in words. */
export const againstWords = {
  nobody: {
    en: 'The case names nobody at risk, so nobody could agree. Nothing can be handed over.',
    es: 'El caso no nombra a nadie en riesgo: nadie pudo consentir. No se puede entregar nada.',
    ca: 'El cas no anomena ningú en risc: ningú no ha pogut consentir. No es pot lliurar res.',
  },
  lacking: {
    en: 'Somebody at risk in this case has not agreed to be shared with this partner. Nothing can be handed over.',
    es: 'Alguien en riesgo en este caso no ha consentido compartirse con este aliado. No se puede entregar nada.',
    ca: 'Algú en risc en aquest cas no ha consentit compartir-se amb aquest aliat. No es pot lliurar res.',
  },
  passed_on: {
    en: 'This case came from another organisation, on the term that it is not passed on.',
    es: 'Este caso vino de otra organización, con la condición de no reenviarlo.',
    ca: "Aquest cas va venir d'una altra organització, amb la condició de no reenviar-lo.",
  },
} as const

/**
 * What exactly would leave. Throws `conflict` where consent is lacking and `invalid` where the terms are not whole or go
 * further than what was agreed.
 */
export async function projectCase(
  tx: Tx,
  files: FileStore,
  selection: Selection,
  today = new Date().toISOString().slice(0, 10),
): Promise<Referred> {
  const referable = await readReferable(tx, selection.caseId, selection.partnerId)
  const { record, partner, against, lastDay, candidates, partOf, classes, asked } = referable
  if (against !== null) throw new Problem('conflict', { explanation: againstWords[against] })
  const purpose = selection.purpose.trim()
  const day = new Date(`${selection.until}T00:00:00Z`)
  const isDay = /^\d{4}-\d\d-\d\d$/.test(selection.until) && !Number.isNaN(day.getTime())
  const wrong = [
    ...(purpose === '' || purpose.length > 2_000 ? [{ field: 'purpose', message: problems.purpose }] : []),
    ...(isDay && selection.until >= today && (lastDay === null || selection.until <= lastDay)
      ? []
      : [{ field: 'until', message: problems.until }]),
    ...(selection.records.some((id) => partOf.get(id)?.some((one) => !selection.records.includes(one)))
      ? [{ field: 'record', message: problems.part }]
      : []),
  ]
  if (wrong.length > 0) throw new Problem('invalid', { fields: wrong })
  const chosen = candidates.filter(
    (one) =>
      one.id === record.id ||
      selection.records.includes(one.id) ||
      // Whose case it is goes with it.
      asked.some(({ person, atRisk: first }) => first && person.id === one.id),
  )
  const locals = localNames(chosen)
  const texts = new Set(selection.texts)
  const records = chosen.map((one) => {
    const agreed = classes.get(one.id) ?? new Set<ValueClass>()
    return shape(tx, one, locals, (field, of) =>
      // What people wrote about a relation does not go; nor where something is known from.
      of
        ? mayGo(tx, field, agreed) && !isWritten(field)
        : mayGo(tx, field, agreed) &&
          !field.targets?.includes('source') &&
          (!isWritten(field) || texts.has(`${one.id}.${field.name}`)),
    )
  })
  const wanted = new Set(selection.files)
  const attached = (await filesOf(tx, files, chosen)).filter(
    (one) =>
      wanted.has(one.id) &&
      classes.get(one.recordId)?.has(one.class) &&
      (!isPicture(one.file.mediaType) || referable.pictures),
  )
  const sent = numbered(attached, locals)
  const used = new Set<ValueClass>([
    'open',
    ...sent.map((one) => one.class),
    ...records.flatMap((one) =>
      typeOf(tx, one.type)
        .fields.filter(({ name }) => one.values[name] !== undefined)
        .map(classOf),
    ),
  ])
  const persons = chosen.filter(({ type }) => type === 'person').map(({ id }) => id)
  const exact = {
    format: 'amparo bundle 1',
    to: [partner.name, partner.recipient],
    terms: [purpose, selection.until],
    language: selection.language,
    reference: record.values['reference'] ?? '',
    records,
    files: sent,
  }
  return {
    referable,
    records,
    files: sent,
    persons,
    classes: [...used].sort(),
    digest: createHash('sha256').update(JSON.stringify(exact)).digest(),
  }
}
