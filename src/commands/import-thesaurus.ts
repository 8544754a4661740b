import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { asOption, defineCommand, exit } from '#platform/cli'
import type { Labels, Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import {
  type Vocabulary,
  type VocabularyImport,
  importVocabularies,
  planImport,
  shippedSchema,
  withRequest,
} from '#platform/records'
import {
  type Thesaurus,
  asVocabulary,
  largestFile,
  proposeName,
  readThesaurus,
} from '#modules/settings/thesaurus'

/**
 * `amparo import thesaurus FILE…`: each file becomes a vocabulary with all its levels, or changes the one it became
 * before. With --dry-run nothing is written; without --org it is then only told what is in the files.
 */
export const command = defineCommand({
  name: 'import thesaurus',
  summary: {
    en: 'Brings vocabularies in from SKOS or from microthesauri in JSON, with all their levels.',
    es: 'Incorpora vocabularios desde SKOS o microtesauros en JSON, con todos sus niveles.',
    ca: 'Incorpora vocabularis des de SKOS o microtesaurus en JSON, amb tots els nivells.',
  },
  details: {
    en: 'SKOS may be RDF/XML, Turtle, N-Triples or JSON-LD. Codes, levels, explanations and every language are kept. Importing a file again changes nothing; a newer edition changes what it says and leaves what it no longer has.',
    es: 'SKOS puede ser RDF/XML, Turtle, N-Triples o JSON-LD. Se conservan códigos, niveles, explicaciones y todos los idiomas. Importar de nuevo un archivo no cambia nada; una edición más nueva cambia lo que dice y deja lo que ya no tiene.',
    ca: 'SKOS pot ser RDF/XML, Turtle, N-Triples o JSON-LD. Es conserven codis, nivells, explicacions i totes les llengües. Tornar a importar un fitxer no canvia res; una edició més nova canvia el que diu i deixa el que ja no té.',
  },
  arguments: [
    {
      name: 'file',
      many: true,
      summary: {
        en: 'the files to import',
        es: 'los archivos que se importan',
        ca: "els fitxers que s'importen",
      },
    },
  ],
  options: {
    org: {
      type: 'string',
      value: 'SLUG',
      summary: {
        en: 'the organisation to import into',
        es: 'la organización en la que se importa',
        ca: "l'organització on s'importa",
      },
    },
    as: asOption,
    name: {
      type: 'string',
      value: 'NAME',
      summary: {
        en: 'technical name of the vocabulary, for one file; else made of what the file says',
        es: 'nombre técnico del vocabulario, para un solo archivo; si no, se forma con lo que dice el archivo',
        ca: 'nom tècnic del vocabulari, per a un sol fitxer; si no, es forma amb el que diu el fitxer',
      },
    },
    'dry-run': {
      type: 'boolean',
      summary: {
        en: 'only show what would change',
        es: 'solo mostrar lo que cambiaría',
        ca: 'només mostrar què canviaria',
      },
    },
  },
  async run({ args, options, language, config: readConfig, say, note, result }) {
    const dry = options['dry-run']
    if (!dry && options.org === undefined) {
      note(say(phrases.whichOrganisation))
      return exit.usage
    }
    if (options.name !== undefined && args.file.length > 1) {
      note(say(phrases.oneName))
      return exit.usage
    }
    const read = []
    for (const file of args.file) {
      const thesaurus = await readOne(file, language)
      if (thesaurus.terms.length === 0) note(`${file}: ${say(phrases.empty)}`)
      else read.push(thesaurus)
    }
    const outcome = await bringIn(read, options.org, options.as, options.name, dry, readConfig)
    result(
      outcome.map(([vocabulary, plan]) => figures(vocabulary, plan)),
      () =>
        [
          ...outcome.map(([vocabulary, plan]) => inWords(vocabulary, plan, language)),
          ...(dry ? [say(phrases.dry)] : []),
        ].join('\n'),
    )
    return exit.ok
  },
})

type Outcome = readonly (readonly [Vocabulary, VocabularyImport])[]

/** Compares, and writes unless `dry`, as the operator of the organisation: all files or none. */
async function bringIn(
  read: readonly Thesaurus[],
  slug: string | undefined,
  as: string | undefined,
  name: string | undefined,
  dry: boolean,
  readConfig: () => Parameters<typeof import('../open-house.ts').openHouse>[0],
): Promise<Outcome> {
  if (slug === undefined) {
    const nothing = shippedSchema([], [])
    return read.map((one) => {
      const vocabulary = asVocabulary(one, name ?? one.name)
      return [vocabulary, planImport(nothing, vocabulary)] as const
    })
  }
  const [{ openHouse }, { commandActor }, { reindexTypes }] = await Promise.all([
    import('../open-house.ts'),
    import('#platform/identity'),
    import('#modules/settings'),
  ])
  const open = await openHouse(readConfig())
  try {
    const actor = await commandActor(open.owner, open.house.db, {
      org: slug,
      as,
      command: 'import thesaurus',
    })
    const { shipped } = open.house
    const vocabularies = read.map((one) => asVocabulary(one, name ?? proposeName(one, shipped)))
    return await withRequest(open.house, actor, async (tx) => {
      if (dry) return vocabularies.map((one) => [one, planImport(tx.schema, one)] as const)
      const change = await importVocabularies(tx, shipped, vocabularies)
      await reindexTypes(tx, change)
      return vocabularies.flatMap((one, i) => {
        const done = change.done[i]
        return done ? [[one, done] as const] : []
      })
    })
  } finally {
    await open.close()
  }
}

async function readOne(file: string, language: Language): Promise<Thesaurus> {
  let bytes: Uint8Array
  try {
    if ((await stat(file)).size > largestFile)
      throw new Problem('too_large', { explanation: about(file, phrases.tooLarge) })
    bytes = await readFile(file)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR')
      throw new Problem('not_found', { explanation: about(file, phrases.missing) })
    throw error
  }
  try {
    return await readThesaurus(bytes, basename(file), language)
  } catch (error) {
    if (!(error instanceof Problem) || !error.explanation) throw error
    throw new Problem(error.kind, { explanation: about(file, error.explanation), cause: error })
  }
}

const figures = (vocabulary: Vocabulary, plan: VocabularyImport) => ({
  name: vocabulary.name,
  terms: vocabulary.terms.length,
  levels: plan.levels,
  new: plan.isNew,
  added: plan.added.length,
  changed: plan.changed.length,
  same: plan.same,
  others: plan.others,
  missing: plan.missing,
})

function inWords(vocabulary: Vocabulary, plan: VocabularyImport, language: Language): string {
  const missing = Object.entries(plan.missing).filter(([, count]) => count > 0)
  return [
    `${vocabulary.name}: ${vocabulary.terms.length} ${phrases.terms[language]}, ${plan.levels} ${phrases.levels[language]}`,
    `${plan.added.length} ${phrases.added[language]}, ${plan.changed.length} ${phrases.changed[language]}, ${plan.same} ${phrases.same[language]}`,
    ...(missing.length > 0
      ? [`${phrases.without[language]} ${missing.map(([code, count]) => `${code} ${count}`).join(', ')}`]
      : []),
  ].join(' · ')
}

const about = (what: string, words: Labels): Labels => ({
  en: `${what}: ${words.en}`,
  es: `${what}: ${words.es}`,
  ca: `${what}: ${words.ca}`,
})

const phrases = {
  whichOrganisation: {
    en: 'Say which organisation: --org SLUG (or --dry-run, which only shows what is in the files).',
    es: 'Indique la organización: --org SLUG (o --dry-run, que solo muestra qué hay en los archivos).',
    ca: "Indiqueu l'organització: --org SLUG (o --dry-run, que només mostra què hi ha als fitxers).",
  },
  oneName: {
    en: '--name is for one file only.',
    es: '--name es para un solo archivo.',
    ca: '--name és per a un sol fitxer.',
  },
  missing: {
    en: 'no such file. Check the name and the folder.',
    es: 'no existe ese archivo. Verifique el nombre y la carpeta.',
    ca: 'no existeix aquest fitxer. Comproveu-ne el nom i la carpeta.',
  },
  tooLarge: {
    en: 'larger than 32 MB, which no thesaurus of terms to choose from is.',
    es: 'supera los 32 MB, algo que ningún tesauro de términos para elegir alcanza.',
    ca: 'supera els 32 MB, cosa que cap tesaurus de termes per triar no assoleix.',
  },
  empty: { en: 'there are no terms in it.', es: 'no contiene términos.', ca: 'no conté cap terme.' },
  terms: { en: 'terms', es: 'términos', ca: 'termes' },
  levels: { en: 'levels', es: 'niveles', ca: 'nivells' },
  added: { en: 'new', es: 'nuevos', ca: 'nous' },
  changed: { en: 'changed', es: 'cambian', ca: 'canvien' },
  same: { en: 'the same', es: 'iguales', ca: 'iguals' },
  without: { en: 'without words in', es: 'sin palabras en', ca: 'sense paraules en' },
  dry: {
    en: 'Nothing was written.',
    es: 'No se escribió nada.',
    ca: "No s'ha escrit res.",
  },
} as const
