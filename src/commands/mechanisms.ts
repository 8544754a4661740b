import { chooseForCase, choiceFigures, choicesInWords, findCase } from '#modules/advocacy'
import { asOption, defineCommand, exit } from '#platform/cli'
import { isCivilDay } from '#platform/deadlines'
import { withRequest } from '#platform/records'
import { asOperator } from './as-operator.ts'

/** `amparo mechanisms --org SLUG --case REF [--at DAY] [--json]`: where a case can be taken, and why. Changes nothing. */
export const command = defineCommand({
  name: 'mechanisms',
  summary: {
    en: 'Tells where a case can be taken, with the reason for each mechanism and the time left.',
    es: 'Dice adónde puede llevarse un caso, con el motivo de cada mecanismo y el tiempo que queda.',
    ca: 'Diu on es pot portar un cas, amb el motiu de cada mecanisme i el temps que queda.',
  },
  details: {
    en: 'What is not known never excludes. A restricted case is seen only by its team: name a person with --as.',
    es: 'Lo que no se sabe nunca descarta. Un caso restringido solo lo ve su equipo: indique una persona con --as.',
    ca: 'El que no se sap no descarta mai. Un cas restringit només el veu el seu equip: indiqueu una persona amb --as.',
  },
  options: {
    org: {
      type: 'string',
      value: 'SLUG',
      default: '',
      summary: { en: 'the organisation', es: 'la organización', ca: "l'organització" },
    },
    as: asOption,
    case: {
      type: 'string',
      value: 'REF',
      default: '',
      summary: {
        en: 'the number of the case, as AR-2026-0007',
        es: 'el número del caso, por ejemplo AR-2026-0007',
        ca: 'el número del cas, per exemple AR-2026-0007',
      },
    },
    at: {
      type: 'string',
      value: 'DAY',
      default: '',
      summary: {
        en: 'as of this day; today unless given',
        es: 'a esta fecha; si no, hoy',
        ca: 'en aquesta data; si no, avui',
      },
    },
  },
  async run({ config, options, json, language, note, say, result }) {
    const at = options.at || new Date().toISOString().slice(0, 10)
    if (options.org === '' || options.case === '' || !isCivilDay(at)) {
      note(say(options.org === '' ? needs.org : options.case === '' ? needs.case : needs.day))
      return exit.usage
    }
    const { title, choices } = await asOperator(
      config(),
      { org: options.org, as: options.as, command: 'mechanisms' },
      (house, actor) =>
        withRequest(house, actor, async (tx) => {
          const found = await findCase(tx, options.case)
          const { choices } = await chooseForCase(tx, found.id, at)
          return { title: found.title, choices }
        }),
    )
    if (!json) note(`${title} · ${at}`)
    result(choices.map(choiceFigures), () => choicesInWords(choices, language))
    return exit.ok
  },
})

const needs = {
  org: {
    en: 'Say which organisation: --org SLUG.',
    es: 'Indique la organización: --org SLUG.',
    ca: "Indiqueu l'organització: --org SLUG.",
  },
  case: {
    en: 'Say which case: --case REF.',
    es: 'Indique el caso: --case REF.',
    ca: 'Indiqueu el cas: --case REF.',
  },
  day: {
    en: 'A whole day is needed, such as 2026-11-30.',
    es: 'Hace falta un día completo, por ejemplo 2026-11-30.',
    ca: 'Cal un dia complet, per exemple 2026-11-30.',
  },
} as const
