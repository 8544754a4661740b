import type { Labels } from '#platform/i18n'
import type { Finding } from '../../sources/importer.ts'

/** Collects what is noticed on reading: a count of each thing, and the first ten examples. */
export interface Noticed {
  note(what: Labels, example: string): void
  readonly findings: () => readonly Finding[]
}

/** An empty list of what was noticed. */
export function noticing(): Noticed {
  const found = new Map<string, { readonly what: Labels; count: number; readonly examples: string[] }>()
  return {
    note(what, example) {
      const one = found.get(what.en) ?? { what, count: 0, examples: [] }
      one.count++
      if (one.examples.length < 10) one.examples.push(example.slice(0, 200))
      found.set(what.en, one)
    },
    findings: () => [...found.values()],
  }
}

/** What readers of recommendations notice alike. */
export const noticed = {
  unknownState: {
    en: 'Rows left out: the state under review is not known by this name',
    es: 'Filas omitidas: no se conoce un Estado examinado con este nombre',
    ca: 'Files omeses: no es coneix cap Estat examinat amb aquest nom',
  },
  unknownSender: {
    en: 'Rows whose sender is no state known by this name; kept as the source writes it',
    es: 'Filas cuyo remitente no es un Estado conocido con este nombre; se conserva como lo escribe la fuente',
    ca: "Files el remitent de les quals no és cap Estat conegut amb aquest nom; es conserva com l'escriu la font",
  },
  repeated: {
    en: 'Rows that repeat another word for word, counted once',
    es: 'Filas que repiten otra palabra por palabra, contadas una vez',
    ca: 'Files que en repeteixen una altra paraula per paraula, comptades una vegada',
  },
  unknownResponse: {
    en: 'Answers in words that are none of ours; kept as the source writes them',
    es: 'Respuestas con palabras que no son de las nuestras; se conservan como las escribe la fuente',
    ca: 'Respostes amb paraules que no són de les nostres; es conserven com les escriu la font',
  },
  unknownSession: {
    en: 'Sessions that our calendar of the review does not know: without cycle and year',
    es: 'Períodos de sesiones que nuestro calendario del Examen no conoce: sin ciclo ni año',
    ca: "Períodes de sessions que el nostre calendari de l'Examen no coneix: sense cicle ni any",
  },
  noText: {
    en: 'Rows without a text, left out',
    es: 'Filas sin texto, omitidas',
    ca: 'Files sense text, omeses',
  },
} as const satisfies Record<string, Labels>
