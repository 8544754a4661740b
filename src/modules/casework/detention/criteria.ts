import { labels } from '#platform/i18n'

/** The criteria of Resolution 1900 (2012), by the letters that it gives them. */
export const criteria = ['a', 'b', 'c', 'd', 'e'] as const

/** What each asks, shortened; the resolution has the words. */
export const criterionLabels = {
  a: labels(
    'a. Against a fundamental guarantee: thought, conscience, religion, expression, assembly, association',
    'a. Contra una garantía fundamental: pensamiento, conciencia, religión, expresión, reunión, asociación',
    'a. Contra una garantia fonamental: pensament, consciència, religió, expressió, reunió, associació',
  ),
  b: labels(
    'b. For purely political reasons, without connection to any offence',
    'b. Por motivos puramente políticos, sin relación con delito alguno',
    'b. Per motius purament polítics, sense relació amb cap delicte',
  ),
  c: labels(
    'c. For political motives, its length or conditions out of all proportion to the offence',
    'c. Por motivos políticos, con duración o condiciones desproporcionadas respecto del delito',
    'c. Per motius polítics, amb durada o condicions desproporcionades respecte del delicte',
  ),
  d: labels(
    'd. For political motives, in a discriminatory manner compared with other people',
    'd. Por motivos políticos, de manera discriminatoria respecto de otras personas',
    "d. Per motius polítics, de manera discriminatòria respecte d'altres persones",
  ),
  e: labels(
    'e. By clearly unfair proceedings that seem connected with political motives of the authorities',
    'e. Por un proceso claramente injusto que parece ligado a motivos políticos de las autoridades',
    'e. Per un procés clarament injust que sembla lligat a motius polítics de les autoritats',
  ),
} as const

export const findings = ['met', 'not_met', 'not_established'] as const

export const findingLabels = {
  met: labels('Met', 'Se cumple', 'Es compleix'),
  not_met: labels('Not met', 'No se cumple', 'No es compleix'),
  not_established: labels('Not established', 'Sin establecer', 'Sense establir'),
} as const

/** What an organisation may say that a prisoner is. */
export const recognitions = ['conscience', 'political', 'neither'] as const
export type Recognition = (typeof recognitions)[number]

export const recognitionLabels = {
  conscience: labels('Prisoner of conscience', 'Presa de conciencia', 'Presa de consciència'),
  political: labels('Political prisoner', 'Presa política', 'Presa política'),
  neither: labels('Not counted as either', 'No se la cuenta como tal', "No s'hi compta"),
} as const
