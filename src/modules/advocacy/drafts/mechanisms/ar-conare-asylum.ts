import { definePlan } from '../document/plan.ts'
import { annexes, facts, list, people, prose } from '../document/sections.ts'
import { accountSections, argumentSection } from './shared.ts'

/** Request for refugee status in Argentina: the person's own, for the national commission and nobody else. */
export const conareAsylum = definePlan({
  mechanism: 'ar-conare-asylum',
  form: 'report',
  numbered: true,
  sections: [
    people([
      'victim.fullName',
      'victim.otherNames',
      'victim.sexGender',
      'victim.birthDate',
      'victim.nationality',
      'victim.idDocument',
      'victim.occupation',
      'victim.hrdWork',
      'victim.artisticWork',
      'victim.vulnerability',
      'victim.family',
      'victim.contact',
    ]),
    prose('entry', ['asylum.entry']),
    prose('fear', ['asylum.fear']),
    ...accountSections,
    argumentSection,
    facts('papers', ['asylum.interpreter']),
    list('papers', ['asylum.documents']),
    annexes,
  ],
})
