import { polityByName } from '#catalogue/polities'
import { treatyByChapter } from '#catalogue/treaties'
import { labels } from '#platform/i18n'
import type { DatasetImporter } from '../../sources/importer.ts'
import type { TreatyAct } from '../act.ts'
import { writeActs } from '../actions/write-acts.ts'
import { refuseName, unknownNames } from './findings.ts'
import { readText } from './read-sheet.ts'
import { where } from './where.ts'

const named = /^declarations_(4-\d{1,2}(?:-[a-z])?)\.txt(\.gz)?$/i

/**
 * What states said on signing or joining. The texts tell no dates, and the Collection does not part declarations from
 * reservations: each is kept as a declaration, word for word. Which articles it is about is for a person to say.
 */
export const untcDeclarations: DatasetImporter = {
  dataset: 'untc-declarations',
  label: labels(
    'UN Treaty Collection, chapter IV: declarations and reservations',
    'Colección de Tratados de la ONU, capítulo IV: declaraciones y reservas',
    "Col·lecció de Tractats de l'ONU, capítol IV: declaracions i reserves",
  ),
  where: where.untcTexts,
  recognises: ({ name, text }) => named.test(name) && /^#/m.test(text),
  async load({ tx, fileId, path, head }) {
    const treaty = treatyByChapter(named.exec(head.name)?.[1] ?? '')
    if (!treaty) throw refuseName(head.name, 'declarations_4-16.txt')
    const acts: TreatyAct[] = []
    const unknown: { row: number; name: string }[] = []
    const lines = (await readText(path)).split(/\r\n|\n|\r/)
    let open: { name: string; row: number; words: string[] } | null = null
    const close = () => {
      if (open === null) return
      const text = open.words.join('\n').trim()
      const state = polityByName(open.name, undefined, 'list')
      if (!state) unknown.push(open)
      else if (text !== '')
        acts.push({
          treaty: treaty.id,
          polity: state.code,
          act: 'declaration',
          doneOn: '',
          article: '',
          text,
          row: open.row,
        })
    }
    for (const [at, line] of lines.entries()) {
      if (line.startsWith('#')) {
        close()
        open = { name: line.slice(1).trim(), row: at + 1, words: [] }
      } else open?.words.push(line)
    }
    close()
    await writeActs(tx, fileId, acts)
    return {
      rows: acts.length,
      dataUntil: '',
      scope: treaty.id,
      version: '',
      findings: unknownNames(unknown),
    }
  },
}
