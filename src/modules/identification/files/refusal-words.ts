import { Refusal, type RefusalCode } from '#kernels/kinship'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'

interface Words {
  readonly what: Labels
  readonly remedy: Labels
}

const words: Readonly<Record<RefusalCode, Words>> = {
  'unknown-allele': {
    what: {
      en: 'an allele is not in the frequency table',
      es: 'un alelo no figura en la tabla de frecuencias',
      ca: 'un al·lel no és a la taula de freqüències',
    },
    remedy: {
      en: 'Add it to the table at its minimum frequency, or correct the profile.',
      es: 'Agréguelo a la tabla con su frecuencia mínima, o corrija el perfil.',
      ca: 'Afegiu-lo a la taula amb la seva freqüència mínima, o corregiu el perfil.',
    },
  },
  'too-many-alleles': {
    what: { en: 'more than two alleles', es: 'más de dos alelos', ca: 'més de dos al·lels' },
    remedy: {
      en: 'Look for a mixture of samples, or leave this locus out.',
      es: 'Verifique si hay una mezcla de muestras, o deje fuera este locus.',
      ca: 'Comproveu si hi ha una barreja de mostres, o deixeu fora aquest locus.',
    },
  },
  'unknown-parent': {
    what: {
      en: 'a parent is not in the pedigree',
      es: 'falta un progenitor en el pedigrí',
      ca: 'falta un progenitor al pedigrí',
    },
    remedy: { en: 'Add the parent.', es: 'Agregue al progenitor.', ca: 'Afegiu el progenitor.' },
  },
  'parent-sex': {
    what: {
      en: 'a father who is a woman, or a mother who is a man',
      es: 'un padre de sexo femenino, o una madre de sexo masculino',
      ca: 'un pare de sexe femení, o una mare de sexe masculí',
    },
    remedy: {
      en: 'Correct the sex or the parent.',
      es: 'Corrija el sexo o el progenitor.',
      ca: 'Corregiu el sexe o el progenitor.',
    },
  },
  'own-ancestor': {
    what: {
      en: 'a person who is their own ancestor',
      es: 'una persona que figura entre sus propios ascendientes',
      ca: 'una persona que figura entre els seus propis ascendents',
    },
    remedy: { en: 'Correct the parents.', es: 'Corrija los progenitores.', ca: 'Corregiu els progenitors.' },
  },
  'person-twice': {
    what: {
      en: 'the same person twice (a missing person is not typed)',
      es: 'la misma persona dos veces (a la persona buscada no se le carga un perfil)',
      ca: 'la mateixa persona dues vegades (a la persona cercada no se li posa perfil)',
    },
    remedy: {
      en: 'Give each person one identifier and leave the missing person untyped.',
      es: 'Dé a cada persona un solo identificador y deje sin perfil a la persona buscada.',
      ca: 'Doneu a cada persona un sol identificador i deixeu sense perfil la persona cercada.',
    },
  },
  'person-unknown': {
    what: {
      en: 'a person who is not in the pedigree',
      es: 'una persona que no está en el pedigrí',
      ca: 'una persona que no és al pedigrí',
    },
    remedy: {
      en: 'Add the person, or correct the name.',
      es: 'Agregue a la persona, o corrija el nombre.',
      ca: 'Afegiu la persona, o corregiu el nom.',
    },
  },
  'sex-conflict': {
    what: {
      en: 'the person compared is not of the sex of the missing person',
      es: 'la persona comparada no es del sexo de la persona buscada',
      ca: 'la persona comparada no és del sexe de la persona cercada',
    },
    remedy: {
      en: 'Compare people of the same sex, or correct it.',
      es: 'Compare personas del mismo sexo, o corríjalo.',
      ca: 'Compareu persones del mateix sexe, o corregiu-lo.',
    },
  },
  'no-frequencies': {
    what: {
      en: 'no frequencies for this locus',
      es: 'no hay frecuencias para este locus',
      ca: 'no hi ha freqüències per a aquest locus',
    },
    remedy: {
      en: 'Add the locus to the table, or leave it out.',
      es: 'Agregue el locus a la tabla, o déjelo fuera.',
      ca: 'Afegiu el locus a la taula, o deixeu-lo fora.',
    },
  },
  'not-a-distribution': {
    what: {
      en: 'the frequencies of the locus do not sum to 1',
      es: 'las frecuencias del locus no suman 1',
      ca: 'les freqüències del locus no sumen 1',
    },
    remedy: {
      en: 'Look for a misplaced decimal point, or take out a row that is no allele (such as fmin).',
      es: 'Busque una coma decimal fuera de lugar, o quite una fila que no sea un alelo (como fmin).',
      ca: 'Busqueu una coma decimal fora de lloc, o traieu una fila que no sigui un al·lel (com fmin).',
    },
  },
  'bad-parameter': {
    what: {
      en: 'a parameter out of its range',
      es: 'un parámetro fuera de rango',
      ca: 'un paràmetre fora de rang',
    },
    remedy: {
      en: 'Give probabilities from 0 to below 1.',
      es: 'Indique probabilidades desde 0 y menores que 1.',
      ca: 'Indiqueu probabilitats de 0 i menors que 1.',
    },
  },
}

/** A refusal of the kernel as a problem for a person: where (`place`, person, locus), what, and the remedy. */
export function refusalProblem(refusal: Refusal, place: string): Problem {
  const { what, remedy } = words[refusal.code]
  const where = [place, refusal.person, refusal.locus]
    .filter((one) => one !== undefined && one !== '')
    .join(', ')
  const say = (language: keyof Labels, detail = ''): string =>
    `${where}: ${what[language]}${detail}. ${remedy[language]}`
  // The kernel's own sentence names the values; it is English, so it stands where English is read.
  return new Problem('malformed', {
    explanation: { en: say('en', ` (${refusal.message})`), es: say('es'), ca: say('ca') },
  })
}

/** Does `work`; a refusal in it is said as a problem at `place`. */
export function refusing<T>(place: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof Refusal) throw refusalProblem(error, place)
    throw error
  }
}
