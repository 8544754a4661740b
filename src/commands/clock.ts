import {
  anchors,
  anchorsOf,
  type Clock,
  clocksFor,
  type Mechanism,
  mechanismOf,
  mechanisms,
} from '#catalogue/mechanisms'
import { defineCommand, exit } from '#platform/cli'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { clockWords, noDateLine } from './clock-words.ts'

/**
 * `amparo clock --mechanism ID --event ANCHOR=DATE [--event …]`: the clocks that run from these events, without a
 * database. With --json a list of clocks, `null` where no date is known; why, in words, on standard error.
 */
export const command = defineCommand({
  name: 'clock',
  summary: {
    en: 'Counts the terms of a mechanism from the events of a case.',
    es: 'Cuenta los plazos de un mecanismo desde los hechos de un caso.',
    ca: "Compta els terminis d'un mecanisme des dels fets d'un cas.",
  },
  details: {
    en: 'A date known in part (2026-08) gives a range: keep to its earliest day. Hours need a moment with its zone (2026-11-21T18:30-03:00). A rule that was not checked against a document never gives a hard date.',
    es: 'Una fecha conocida en parte (2026-08) da un intervalo: aténgase al primer día. Las horas requieren un momento con su zona (2026-11-21T18:30-03:00). Una regla sin verificar en un documento nunca da una fecha firme.',
    ca: 'Una data coneguda en part (2026-08) dona un interval: cenyiu-vos al primer dia. Les hores demanen un moment amb el seu fus (2026-11-21T18:30-03:00). Una regla sense comprovar en cap document no dona mai una data ferma.',
  },
  options: {
    mechanism: {
      type: 'string',
      value: 'ID',
      summary: {
        en: 'the mechanism, as ia-petition',
        es: 'el mecanismo, por ejemplo ia-petition',
        ca: 'el mecanisme, per exemple ia-petition',
      },
    },
    event: {
      type: 'string',
      value: 'ANCHOR=DATE',
      many: true,
      summary: {
        en: 'an event and its date, as remedies.notificationDate=2026-08-31',
        es: 'un hecho y su fecha, por ejemplo remedies.notificationDate=2026-08-31',
        ca: 'un fet i la seva data, per exemple remedies.notificationDate=2026-08-31',
      },
    },
  },
  run({ options, json, language, note, result }) {
    const mechanism = findMechanism(options.mechanism)
    const clocks = clocksFor(mechanism, readOptions(mechanism, options.event ?? []))
    if (json) for (const clock of clocks) if (clock.why !== null) note(noDateLine(clock, language))
    result(clocks.map(figures), () => clockWords(mechanism, clocks, language))
    return Promise.resolve(exit.ok)
  },
})

/** What is printed of a clock: these keys and no others. */
const figures = ({ id, role, earliest, latest, zone, hard, kind, source, confidence }: Clock) => ({
  id,
  role,
  earliest,
  latest,
  zone,
  hard,
  kind,
  source,
  confidence,
})

function findMechanism(id: string | undefined): Mechanism {
  const found = id === undefined ? null : mechanismOf(id)
  if (found) return found
  const known = mechanisms.map((one) => `  ${one.id}`).join('\n')
  const said: Labels =
    id === undefined
      ? {
          en: 'Say which mechanism: --mechanism ID.',
          es: 'Indique el mecanismo: --mechanism ID.',
          ca: 'Indiqueu el mecanisme: --mechanism ID.',
        }
      : {
          en: `There is no mechanism “${id}”.`,
          es: `No existe el mecanismo «${id}».`,
          ca: `No existeix el mecanisme «${id}».`,
        }
  throw new Problem(id === undefined ? 'invalid' : 'not_found', {
    explanation: {
      en: `${said.en} Known:\n${known}`,
      es: `${said.es} Se conocen:\n${known}`,
      ca: `${said.ca} Es coneixen:\n${known}`,
    },
  })
}

/** The events by anchor; Problem `invalid` on one without a date, of another mechanism, or given twice. */
function readOptions(mechanism: Mechanism, written: readonly string[]): Readonly<Record<string, string>> {
  const known = anchorsOf(mechanism)
  const events: Record<string, string> = {}
  for (const one of written) {
    const at = one.indexOf('=')
    const anchor = (at < 0 ? one : one.slice(0, at)).trim()
    if (at < 0) throw wrongEvent(mechanism, phrases.noDate(one))
    if (!known.includes(anchor)) throw wrongEvent(mechanism, phrases.unknown(anchor, mechanism.id))
    if (Object.hasOwn(events, anchor)) throw wrongEvent(mechanism, phrases.twice(anchor))
    events[anchor] = one.slice(at + 1)
  }
  if (written.length === 0) throw wrongEvent(mechanism, phrases.none)
  return events
}

function wrongEvent(mechanism: Mechanism, said: Labels): Problem {
  const known = anchorsOf(mechanism)
  const list = (language: keyof Labels) =>
    known.length === 0
      ? phrases.noRules[language]
      : `${phrases.known[language]}\n${known.map((id) => `  ${id}  (${anchors[id]?.[language] ?? ''})`).join('\n')}`
  return new Problem('invalid', {
    explanation: {
      en: `${said.en} ${list('en')}`,
      es: `${said.es} ${list('es')}`,
      ca: `${said.ca} ${list('ca')}`,
    },
  })
}

const phrases = {
  noDate: (event: string): Labels => ({
    en: `“${event}” has no date: write ANCHOR=DATE.`,
    es: `«${event}» no tiene fecha: escriba ANCHOR=DATE.`,
    ca: `«${event}» no té data: escriviu ANCHOR=DATE.`,
  }),
  unknown: (anchor: string, mechanism: string): Labels => ({
    en: `No rule of ${mechanism} is counted from “${anchor}”.`,
    es: `Ninguna regla de ${mechanism} se cuenta desde «${anchor}».`,
    ca: `Cap regla de ${mechanism} no es compta des de «${anchor}».`,
  }),
  twice: (anchor: string): Labels => ({
    en: `“${anchor}” is given twice.`,
    es: `«${anchor}» figura dos veces.`,
    ca: `«${anchor}» hi és dues vegades.`,
  }),
  none: {
    en: 'Say what happened and when: --event ANCHOR=DATE.',
    es: 'Indique qué ocurrió y cuándo: --event ANCHOR=DATE.',
    ca: 'Indiqueu què ha passat i quan: --event ANCHOR=DATE.',
  },
  known: { en: 'Its events:', es: 'Sus hechos:', ca: 'Els seus fets:' },
  noRules: {
    en: 'This mechanism has no time rules in the catalogue.',
    es: 'Este mecanismo no tiene reglas de plazo en el catálogo.',
    ca: 'Aquest mecanisme no té regles de termini al catàleg.',
  },
} as const
