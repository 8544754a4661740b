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
      `${count} rows name no state that is known (aggregates, territories); they are left out.`,
      `${count} filas no nombran un Estado conocido (agregados, territorios); quedan fuera.`,
      `${count} files no anomenen cap Estat conegut (agregats, territoris); en queden fora.`,
    ),
  stateDiffers: (count: number) =>
    labels(
      `${count} rows have a code and a name of two different states; the code is believed.`,
      `${count} filas tienen código y nombre de dos Estados distintos; vale el código.`,
      `${count} files tenen codi i nom de dos Estats diferents; val el codi.`,
    ),
  onlyNamed: (count: number) =>
    labels(
      `${count} rows have a code that is not known; their name was taken.`,
      `${count} filas tienen un código desconocido; se tomó el nombre.`,
      `${count} files tenen un codi desconegut; se n'ha pres el nom.`,
    ),
  repeated: (count: number) =>
    labels(
      `${count} values repeat a state and year that was read already; the first one counts.`,
      `${count} valores repiten un Estado y un año ya leídos; cuenta el primero.`,
      `${count} valors repeteixen un Estat i un any ja llegits; compta el primer.`,
    ),
  noYear: (count: number) =>
    labels(
      `${count} rows have no year; they are left out.`,
      `${count} filas no tienen año; quedan fuera.`,
      `${count} files no tenen any; en queden fora.`,
    ),
  unknownWord: (count: number) =>
    labels(
      `${count} cells hold a word that stands for no class; they are left out.`,
      `${count} celdas contienen una palabra que no corresponde a ninguna clase; quedan fuera.`,
      `${count} cel·les contenen un mot que no correspon a cap classe; en queden fora.`,
    ),
  outside: (count: number) =>
    labels(
      `${count} values lie outside the scale of their measure; they are left out.`,
      `${count} valores están fuera de la escala de su medida; quedan fuera.`,
      `${count} valors són fora de l'escala de la seva mesura; en queden fora.`,
    ),
  oddBounds: (count: number) =>
    labels(
      `${count} intervals do not hold their own value; the value is shown without one.`,
      `${count} intervalos no contienen su propio valor; el valor se muestra sin intervalo.`,
      `${count} intervals no contenen el seu propi valor; el valor es mostra sense interval.`,
    ),
} as const
