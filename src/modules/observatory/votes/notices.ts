import type { Labels } from '#platform/i18n'
import type { Finding } from '../sources/importer.ts'

const most = 10

/** Counts what a person should know of a file, and keeps the first examples. */
export function createNotices<Kind extends string>(words: Readonly<Record<Kind, (count: number) => Labels>>) {
  const found = new Map<Kind, { count: number; readonly examples: string[] }>()
  return {
    /** Notes one; the text of the example is only made when it is kept. */
    note(kind: Kind, example: () => string): void {
      let one = found.get(kind)
      if (!one) found.set(kind, (one = { count: 0, examples: [] }))
      one.count++
      if (one.examples.length < most) one.examples.push(example())
    },
    findings: (): readonly Finding[] =>
      [...found].map(([kind, { count, examples }]) => ({ what: words[kind](count), count, examples })),
  }
}

/** What any source of votes may show. */
export const voteNotices = () =>
  createNotices({
    unknown: (n) => ({
      en: `${n} rows name a state that is not known; their votes are left out.`,
      es: `${n} filas nombran un Estado que no se conoce; sus votos quedan fuera.`,
      ca: `${n} files anomenen un Estat que no es coneix; els seus vots queden fora.`,
    }),
    repeated: (n) => ({
      en: `${n} rows repeat a vote that was said already; each vote counts once.`,
      es: `${n} filas repiten un voto ya indicado; cada voto cuenta una vez.`,
      ca: `${n} files repeteixen un vot ja indicat; cada vot compta una vegada.`,
    }),
    totals: (n) => ({
      en: `${n} roll calls do not add up to the totals that the source states. Both are shown.`,
      es: `${n} votaciones no suman los totales que indica la fuente. Se muestran ambos.`,
      ca: `${n} votacions no sumen els totals que indica la font. Es mostren tots dos.`,
    }),
    nameless: (n) => ({
      en: `${n} roll calls are said to be recorded, and no name is given.`,
      es: `${n} votaciones figuran como nominales y no se da ningún nombre.`,
      ca: `${n} votacions consten com a nominals i no es dona cap nom.`,
    }),
    lowercase: (n) => ({
      en: `${n} votes are written in lower case and were read as capitals.`,
      es: `${n} votos están en minúscula y se leyeron como mayúsculas.`,
      ca: `${n} vots són en minúscula i s'han llegit com a majúscules.`,
    }),
    blank: (n) => ({
      en: `${n} rows name a state and leave its vote blank: no position is shown for them.`,
      es: `${n} filas nombran un Estado y dejan su voto en blanco: no se les atribuye posición.`,
      ca: `${n} files anomenen un Estat i deixen el vot en blanc: no se'ls atribueix cap posició.`,
    }),
    undescribed: (n) => ({
      en: `${n} roll calls of the descriptions have no votes in this file.`,
      es: `${n} votaciones descritas no tienen votos en este archivo.`,
      ca: `${n} votacions descrites no tenen vots en aquest fitxer.`,
    }),
    everyoneSilent: (n) => ({
      en: `${n} texts were adopted without a vote, whatever their rows say: nobody's vote is shown.`,
      es: `${n} textos se aprobaron sin votación, digan lo que digan sus filas: no se muestra el voto de nadie.`,
      ca: `${n} textos es van aprovar sense votació, diguin el que diguin les files: no es mostra el vot de ningú.`,
    }),
    vetoers: (n) => ({
      en: `${n} rows name other states as vetoing than they mark: the names count.`,
      es: `${n} filas nombran como autores del veto a otros Estados que los marcados: cuentan los nombres.`,
      ca: `${n} files anomenen com a autors del vet altres Estats que els marcats: compten els noms.`,
    }),
    dayless: (n) => ({
      en: `${n} rows have no day that can be read, and were left out.`,
      es: `${n} filas no tienen un día legible y quedan fuera.`,
      ca: `${n} files no tenen un dia llegible i queden fora.`,
    }),
  })

export type VoteNotices = ReturnType<typeof voteNotices>
