import type { Labels } from '#platform/i18n'
import { refuseOption } from '#modules/observatory/files'

const file = (en: string, es: string, ca: string) =>
  ({ type: 'string', value: 'FILE', summary: { en, es, ca } }) as const

/** Options that the commands of the observatory share. */
export const votesFile = file('votes (CSV, plain or .gz)', 'votos (CSV, o .gz)', 'vots (CSV, o .gz)')
export const rollCallsFile = file(
  'roll calls (CSV, plain or .gz)',
  'votaciones (CSV, o .gz)',
  'votacions (CSV, o .gz)',
)
export const outFile = file('where to write', 'dónde escribir', 'on escriure')

export const voetenLayout = {
  type: 'string',
  value: 'voeten',
  default: 'voeten',
  summary: {
    en: 'how the files are laid out',
    es: 'disposición de los archivos',
    ca: 'disposició dels fitxers',
  },
} as const

export const issueOption = {
  type: 'string',
  value: 'me|nu|di|hr|co|ec',
  summary: {
    en: 'only this subject: Middle East, nuclear, disarmament, human rights, colonialism, economy',
    es: 'solo este tema: Oriente Medio, nuclear, desarme, derechos humanos, colonialismo, economía',
    ca: 'només aquest tema: Orient Mitjà, nuclear, desarmament, drets humans, colonialisme, economia',
  },
} as const

export const importantOption = {
  type: 'boolean',
  summary: {
    en: 'only votes that the United States calls important',
    es: 'solo votos que Estados Unidos considera importantes',
    ca: 'només vots que els Estats Units consideren importants',
  },
} as const

/** Refuses a layout that is not the one this command reads. */
export function checkLayout(given: string, known: string): void {
  if (given !== known)
    throw refuseOption('layout', given, {
      en: `the layout ${known}`,
      es: `la disposición ${known}`,
      ca: `la disposició ${known}`,
    })
}

/** A remark when rows stood more than once; undefined when none did. */
export const repeatedRows = (count: number): Labels | undefined =>
  count === 0
    ? undefined
    : {
        en: `Rows that repeat a vote, counted once: ${count}.`,
        es: `Filas que repiten un voto, contadas una vez: ${count}.`,
        ca: `Files que repeteixen un vot, comptades una vegada: ${count}.`,
      }

/** Whose observatory a file is read into. */
export const orgOption = {
  type: 'string',
  value: 'SLUG',
  summary: {
    en: 'the organisation to import into',
    es: 'la organización en la que se importa',
    ca: "l'organització on s'importa",
  },
} as const

export const whichOrganisation: Labels = {
  en: 'Say which organisation: --org SLUG.',
  es: 'Indique la organización: --org SLUG.',
  ca: "Indiqueu l'organització: --org SLUG.",
}
