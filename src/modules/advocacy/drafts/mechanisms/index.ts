import { type Field, type Mechanism, fields } from '#catalogue/mechanisms'
import { type MechanismPlan, definePlan } from '../document/plan.ts'
import {
  annexes,
  chronology,
  facts,
  international,
  list,
  people,
  prose,
  remedies,
  signature,
} from '../document/sections.ts'
import { phrases } from '../document/phrases.ts'
import { conareAsylum } from './ar-conare-asylum.ts'
import { euGuidelines } from './eu-hrd-guidelines.ts'
import { hearing } from './ia-hearing.ts'
import { petition } from './ia-petition.ts'
import { precautionary } from './ia-precautionary.ts'
import { cedUrgent } from './un-ced-urgent.ts'
import { reprisals } from './un-reprisals.ts'
import { allegationLetter } from './un-sp-allegation-letter.ts'
import { urgentAppeal } from './un-sp-urgent-appeal.ts'
import { uprStakeholder } from './un-upr-stakeholder.ts'
import { wgadRegular } from './un-wgad-regular.ts'
import { wgeidUrgent } from './un-wgeid-urgent.ts'

/** Documents that have a plan of their own: the first set. */
export const plans: readonly MechanismPlan[] = [
  allegationLetter,
  urgentAppeal,
  wgadRegular,
  wgeidUrgent,
  cedUrgent,
  uprStakeholder,
  reprisals,
  precautionary,
  petition,
  hearing,
  euGuidelines,
  conareAsylum,
]

/** The plan of a mechanism: its own, or a general outline of the fields that it asks for, which says that it is one. */
export function planOf(mechanism: Mechanism): MechanismPlan {
  return plans.find((one) => one.mechanism === mechanism.id) ?? outlineOf(mechanism)
}

const tables: Readonly<Record<string, typeof remedies>> = {
  'remedies.list': remedies,
  'international.other': international,
  'evidence.annexes': annexes,
  'submitter.signature': signature,
}

const isLong = ({ type }: Field): boolean => ['rich-text', 'short-text'].includes(type)

function outlineOf(mechanism: Mechanism): MechanismPlan {
  const { required, recommended, conditional } = mechanism.fields
  const asked = new Set([...required, ...recommended, ...conditional.map(({ field }) => field)])
  const wanted = fields.filter(({ id }) => asked.has(id) && id !== 'format.length')
  const group = (name: string) => wanted.filter((field) => field.group === name)
  const plain = (name: string) =>
    group(name).filter((field) => !isLong(field) && !Object.hasOwn(tables, field.id))
  const groups = [...new Set(wanted.map((field) => field.group))].filter((name) => name !== 'victim')
  return definePlan({
    mechanism: mechanism.id,
    form: 'report',
    generic: true,
    numbered: true,
    sections: [
      people(group('victim').map(({ id }) => id)),
      ...groups.flatMap((name) => [
        ...(plain(name).length > 0
          ? [
              facts(
                headingOf(name),
                plain(name).map(({ id }) => id),
              ),
            ]
          : []),
        ...group(name)
          .filter(isLong)
          .map(({ id }) => prose(headingOf(name), [id])),
        ...(name === 'facts' ? [chronology] : []),
        ...group(name).flatMap(({ id }) =>
          tables[id] && name !== 'submitter' && name !== 'evidence' ? [tables[id]] : [],
        ),
      ]),
      ...(asked.has('rights.argument') ? [] : [prose('argument', ['rights.argument'])]),
      ...(asked.has('request.action') ? [] : [list('requests', ['request.action'])]),
      annexes,
      signature,
    ],
  })
}

/** Under which fixed heading a group of fields stands. */
function headingOf(group: string): keyof typeof phrases {
  const names: Readonly<Record<string, keyof typeof phrases>> = {
    submitter: 'submitter',
    consent: 'consent',
    state: 'state',
    facts: 'facts',
    perpetrator: 'authors',
    detention: 'detention',
    disappearance: 'disappearance',
    law: 'rights',
    remedies: 'remedies',
    international: 'international',
    risk: 'risk',
    request: 'requests',
    hearing: 'hearing',
    upr: 'review',
    reprisal: 'cooperation',
    format: 'format',
  }
  return names[group] ?? 'other'
}
