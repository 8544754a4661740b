import { type Labels, labels } from '#platform/i18n'
import type { Finding } from '../../sources/importer.ts'

const mostExamples = 10

/** Counts what is noticed while a table is read, with some examples of each. */
export function collectNotices() {
  const all = new Map<string, { what: (count: number) => Labels; count: number; examples: Set<string> }>()
  return {
    /** `key`: what is counted together. */
    note(key: string, what: (count: number) => Labels, example: string): void {
      const one = all.get(key) ?? { what, count: 0, examples: new Set<string>() }
      one.count++
      if (one.examples.size < mostExamples) one.examples.add(example)
      all.set(key, one)
    },
    findings: (): readonly Finding[] =>
      [...all.values()].map(({ what, count, examples }) => ({
        what: what(count),
        count,
        examples: [...examples],
      })),
  }
}

/** What may be noticed of states, years and values. */
export const valueNotices = {
  unknownState: (count: number) =>
    labels(
      `Rows that name no known state (aggregates, territories), left out: ${count}.`,
      `Filas que no nombran un Estado conocido (agregados, territorios), dejadas fuera: ${count}.`,
      `Files que no anomenen cap estat conegut (agregats, territoris), deixades fora: ${count}.`,
    ),
  stateDiffers: (count: number) =>
    labels(
      `Rows whose code and name mean two different states; the code is believed: ${count}.`,
      `Filas cuyo código y nombre corresponden a dos Estados distintos; vale el código: ${count}.`,
      `Files amb codi i nom de dos estats diferents; val el codi: ${count}.`,
    ),
  onlyNamed: (count: number) =>
    labels(
      `Rows with a code that is not known; their name was taken: ${count}.`,
      `Filas con un código desconocido; se tomó el nombre: ${count}.`,
      `Files amb un codi desconegut; se n'ha pres el nom: ${count}.`,
    ),
  repeated: (count: number) =>
    labels(
      `Values that repeat a state and year read before; the first one counts: ${count}.`,
      `Valores que repiten un Estado y un año ya leídos; cuenta el primero: ${count}.`,
      `Valors que repeteixen un estat i un any ja llegits; compta el primer: ${count}.`,
    ),
  noYear: (count: number) =>
    labels(
      `Rows without a year, left out: ${count}.`,
      `Filas sin año, dejadas fuera: ${count}.`,
      `Files sense any, deixades fora: ${count}.`,
    ),
  unknownWord: (count: number) =>
    labels(
      `Cells with a word that stands for no class, left out: ${count}.`,
      `Celdas con una palabra que no corresponde a ninguna clase, dejadas fuera: ${count}.`,
      `Cel·les amb un mot que no correspon a cap classe, deixades fora: ${count}.`,
    ),
  outside: (count: number) =>
    labels(
      `Values outside the scale of their measure, left out: ${count}.`,
      `Valores fuera de la escala de su medida, dejados fuera: ${count}.`,
      `Valors fora de l'escala de la seva mesura, deixats fora: ${count}.`,
    ),
  oddBounds: (count: number) =>
    labels(
      `Intervals that do not hold their own value; it is shown without one: ${count}.`,
      `Intervalos que no contienen su propio valor; se muestra sin intervalo: ${count}.`,
      `Intervals que no contenen el seu propi valor; es mostra sense interval: ${count}.`,
    ),
} as const
