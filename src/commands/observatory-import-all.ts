import { resolve } from 'node:path'
import { asOption, defineCommand, exit } from '#platform/cli'
import type { Labels } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { withRequest } from '#platform/records'
import { asOperator } from './as-operator.ts'
import { orgOption, whichOrganisation } from './observatory-words.ts'

/** What became of one file of the folder. */
interface Outcome {
  readonly file: string
  readonly state: 'read' | 'known' | 'refused' | 'unrecognised'
  readonly dataset?: string
  readonly rows?: number
  readonly dataUntil?: string
  readonly findings?: number
  readonly why?: string
}

/** `amparo observatory import-all DIR`: every file of a folder that is recognised, each in a transaction of its own. */
export const command = defineCommand({
  name: 'observatory import-all',
  summary: {
    en: 'Reads every file of a folder that is recognised into the observatory.',
    es: 'Incorpora al observatorio todos los archivos de una carpeta que se reconozcan.',
    ca: "Incorpora a l'observatori tots els fitxers d'una carpeta que es reconeguin.",
  },
  details: {
    en: 'Each file by itself: what is refused leaves nothing and does not stop the others. Files read before are passed over. Ends with 3 when a recognised file was refused.',
    es: 'Cada archivo por separado: lo rechazado no deja rastro ni detiene a los demás. Los ya leídos se saltan. Termina con 3 cuando se rechazó un archivo reconocido.',
    ca: "Cada fitxer per separat: el que es rebutja no deixa rastre ni atura els altres. Els ja llegits se salten. Acaba amb 3 quan s'ha rebutjat un fitxer reconegut.",
  },
  arguments: [
    {
      name: 'folder',
      summary: {
        en: 'folders in it are read, too',
        es: 'también sus subcarpetas',
        ca: 'també les subcarpetes',
      },
    },
  ],
  options: { org: orgOption, as: asOption },
  async run({ args, options, config, say, note, result, progress, signal }) {
    const { org } = options
    if (org === undefined) {
      note(say(whichOrganisation))
      return exit.usage
    }
    const sources = await import('#modules/observatory/sources')
    const importers = await sources.knownImporters()
    const files = await sources.walkFolder(resolve(args.folder)).catch((error: unknown) => {
      throw missingFolder(args.folder, error)
    })
    const found = await Promise.all(
      files.map(async (file) => {
        const head = await sources.readHead(file.path, file.folders)
        return { ...file, head, importer: sources.recognise(importers, head) }
      }),
    )
    // In the order of the importers: what others need comes before them.
    const known = found
      .flatMap((one) => (one.importer ? [{ ...one, importer: one.importer }] : []))
      .toSorted((a, b) => importers.indexOf(a.importer) - importers.indexOf(b.importer))
    const strange = found.filter(({ importer }) => importer === null)
    const outcomes: Outcome[] = []
    await asOperator(
      config(),
      { org, as: options.as, command: 'observatory import-all' },
      async (house, actor) => {
        const bar = progress(args.folder, known.length)
        for (const { path, shown, head, importer } of known) {
          if (signal.aborted) return
          const { dataset } = importer
          try {
            const imported = await withRequest(house, actor, (tx) =>
              sources.importFile(tx, importer, { path, head, signal }),
            )
            const { rows, dataUntil, findings } = imported.loaded
            const state = imported.known ? 'known' : 'read'
            outcomes.push({ file: shown, state, dataset, rows, dataUntil, findings: findings.length })
          } catch (error) {
            if (signal.aborted) return
            // What no file can help stops all of them.
            if (!(error instanceof Problem) || !['malformed', 'invalid', 'conflict'].includes(error.kind))
              throw error
            outcomes.push({
              file: shown,
              state: 'refused',
              dataset,
              why: error.explanation ? say(error.explanation) : error.message,
            })
          }
          note(line(outcomes.at(-1), say))
          bar.advance()
        }
        bar.finish()
        if (outcomes.some(({ state }) => state === 'read')) await sources.freshenObservatory(house.db)
      },
    )
    for (const { shown, head } of strange)
      outcomes.push({
        file: shown,
        state: 'unrecognised',
        why: say(sources.unrecognised({ ...head, name: shown })),
      })
    const count = (state: Outcome['state']) => outcomes.filter((one) => one.state === state).length
    result({ files: outcomes }, () =>
      [
        ...outcomes.filter(({ state }) => state === 'unrecognised').map((one) => line(one, say)),
        say({
          en: `${count('read')} read, ${count('known')} read before, ${count('refused')} refused, ${count('unrecognised')} not recognised`,
          es: `${count('read')} incorporados, ${count('known')} ya leídos, ${count('refused')} rechazados, ${count('unrecognised')} no reconocidos`,
          ca: `${count('read')} incorporats, ${count('known')} ja llegits, ${count('refused')} rebutjats, ${count('unrecognised')} no reconeguts`,
        }),
      ].join('\n'),
    )
    if (signal.aborted) return exit.interrupted
    return count('refused') > 0 ? exit.review : exit.ok
  },
})

const words: Readonly<Record<Outcome['state'], Labels>> = {
  read: { en: 'read', es: 'incorporado', ca: 'incorporat' },
  known: { en: 'read before', es: 'ya leído', ca: 'ja llegit' },
  refused: { en: 'refused', es: 'rechazado', ca: 'rebutjat' },
  unrecognised: { en: 'not recognised', es: 'no reconocido', ca: 'no reconegut' },
}

const line = (one: Outcome | undefined, say: (words: Labels) => string): string =>
  one === undefined
    ? ''
    : one.state === 'unrecognised'
      ? (one.why ?? '')
      : [`${one.file}: ${say(words[one.state])}`, one.dataset, one.rows, one.dataUntil, one.why]
          .filter((part) => part !== undefined && part !== '')
          .join(' · ')

function missingFolder(folder: string, error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code !== 'ENOENT' && code !== 'ENOTDIR') return error
  return new Problem('not_found', {
    explanation: {
      en: `${folder}: no such folder. Check the name.`,
      es: `${folder}: no existe esa carpeta. Verifique el nombre.`,
      ca: `${folder}: no existeix aquesta carpeta. Comproveu-ne el nom.`,
    },
  })
}
