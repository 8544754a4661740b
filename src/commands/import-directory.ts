import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { asOption, defineCommand, exit } from '#platform/cli'
import type { Labels, Language } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type DirectoryRow, decodePage, parseDirectory, type NoPage } from '#modules/registry/directory'

/**
 * `amparo import directory FILE`: what the reader is sure of becomes records, the rest waits beside them for a
 * person. With --dry-run only the reader is loaded: no organisation, no database.
 */
export const command = defineCommand({
  name: 'import directory',
  summary: {
    en: 'Reads a directory of people from a page of text and makes a record of each.',
    es: 'Lee un directorio de personas de una página de texto y hace un registro de cada una.',
    ca: 'Llegeix un directori de persones d’una pàgina de text i en fa un registre de cadascuna.',
  },
  details: {
    en: 'Only what is sure is taken over; the rest waits beside the record. Nothing is published. Ends with 3 when something waits for a person.',
    es: 'Solo se toma lo que es seguro; el resto espera junto al registro. No se publica nada. Termina con 3 cuando algo espera a una persona.',
    ca: 'Només es pren el que és segur; la resta espera al costat del registre. No es publica res. Acaba amb 3 quan alguna cosa espera una persona.',
  },
  arguments: [
    {
      name: 'file',
      summary: {
        en: 'text or HTML, in any encoding; - reads standard input',
        es: 'texto o HTML, en cualquier codificación; - lee la entrada estándar',
        ca: "text o HTML, en qualsevol codificació; - llegeix l'entrada estàndard",
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
    'dry-run': {
      type: 'boolean',
      summary: {
        en: 'only show what would be made; needs no organisation',
        es: 'solo mostrar lo que se haría; no necesita organización',
        ca: 'només mostrar què es faria; no necessita organització',
      },
    },
    title: {
      type: 'string',
      value: 'TEXT',
      summary: {
        en: 'title of the source record; else the name of the file',
        es: 'título del registro de la fuente; si no, el nombre del archivo',
        ca: 'títol del registre de la font; si no, el nom del fitxer',
      },
    },
    url: {
      type: 'string',
      value: 'URL',
      summary: {
        en: 'web address that the page comes from',
        es: 'dirección web de la que viene la página',
        ca: "adreça web d'on ve la pàgina",
      },
    },
  },
  async run({ args, options, language, config: readConfig, say, note, result }) {
    const slug = options.org
    if (!options['dry-run'] && slug === undefined) {
      note(say(phrases.whichOrganisation))
      return exit.usage
    }
    const page = await readPage(args.file)
    if ('refused' in page)
      throw new Problem(page.refused === 'missing' ? 'not_found' : 'malformed', {
        explanation: about(args.file, phrases[page.refused]),
      })
    const { rows } = parseDirectory(page.text)
    const code = rows.some(({ status }) => status === 'review') ? exit.review : exit.ok
    if (options['dry-run'] || slug === undefined) {
      result({ rows }, () => describe(rows, language))
      return code
    }
    const { importInto } = await import('./import-directory-into.ts')
    const done = await importInto(readConfig(), { org: slug, as: options.as }, rows, {
      title: options.title ?? (args.file === '-' ? say(phrases.untitled) : basename(args.file)),
      ...(options.url !== undefined && { url: options.url }),
      text: page.text,
    })
    const { importId, created, known } = done
    result({ rows, import: importId, created, known }, () =>
      [
        describe(rows, language),
        '',
        `${created.length} ${say(phrases.created)}, ${known.length} ${say(phrases.known)}`,
        `${say(phrases.importId)} ${importId}`,
      ].join('\n'),
    )
    return code
  },
})

const about = (what: string, words: Labels): Labels => ({
  en: `${what}: ${words.en}`,
  es: `${what}: ${words.es}`,
  ca: `${what}: ${words.ca}`,
})

async function readPage(
  file: string,
): Promise<{ readonly text: string } | { readonly refused: NoPage | 'missing' | 'folder' }> {
  try {
    return decodePage(file === '-' ? await buffer(process.stdin) : await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOENT' || code === 'ENOTDIR') return { refused: 'missing' }
    if (code === 'EISDIR') return { refused: 'folder' }
    throw error
  }
}

/** The proposal for a person at a terminal: a line for each value, and what to do about the doubtful ones. */
function describe(rows: readonly DirectoryRow[], language: Language): string {
  const sure = rows.filter(({ status }) => status === 'certain').length
  const values = (of: DirectoryRow['countries']) =>
    of.map(({ code, status, original, candidates = [] }) =>
      status === 'certain'
        ? (code ?? original)
        : `? “${original}”${candidates.length > 0 ? ` (${candidates.join(', ')})` : ''}`,
    )
  return [
    ...rows.map(({ name, countries, rights, status }) =>
      [
        `${status === 'certain' ? ' ' : '?'} ${name.value}`,
        values(countries).join(', ') || '?',
        values(rights).join(', ') || '?',
      ].join(' · '),
    ),
    `${rows.length} ${phrases[rows.length === 1 ? 'person' : 'people'][language]}, ${sure} ${phrases.sure[language]}, ${rows.length - sure} ${phrases.toConfirm[language]}`,
  ].join('\n')
}

const phrases = {
  whichOrganisation: {
    en: 'Say which organisation: --org SLUG (or --dry-run, which only shows what would be made).',
    es: 'Indique la organización: --org SLUG (o --dry-run, que solo muestra lo que se haría).',
    ca: "Indiqueu l'organització: --org SLUG (o --dry-run, que només mostra què es faria).",
  },
  missing: {
    en: 'no such file. Check the name and the folder.',
    es: 'no existe ese archivo. Verifique el nombre y la carpeta.',
    ca: 'no existeix aquest fitxer. Comproveu-ne el nom i la carpeta.',
  },
  folder: {
    en: 'this is a folder. Name the file in it.',
    es: 'es una carpeta. Indique el archivo que contiene.',
    ca: 'és una carpeta. Indiqueu el fitxer que conté.',
  },
  empty: {
    en: 'there is no text in it. Save the page again, as text or HTML.',
    es: 'no contiene texto. Guarde la página de nuevo, como texto o HTML.',
    ca: 'no conté text. Deseu la pàgina de nou, com a text o HTML.',
  },
  binary: {
    en: 'this is not text. Save the page as text or HTML; a PDF or a document is first copied out as text.',
    es: 'no es texto. Guarde la página como texto o HTML; de un PDF o documento, copie antes el texto.',
    ca: "no és text. Deseu la pàgina com a text o HTML; d'un PDF o document, copieu-ne abans el text.",
  },
  untitled: { en: 'Directory', es: 'Directorio', ca: 'Directori' },
  person: { en: 'person', es: 'persona', ca: 'persona' },
  people: { en: 'people', es: 'personas', ca: 'persones' },
  sure: { en: 'sure', es: 'seguras', ca: 'segures' },
  toConfirm: { en: 'to confirm', es: 'por confirmar', ca: 'per confirmar' },
  created: { en: 'records made', es: 'registros creados', ca: 'registres creats' },
  known: { en: 'already there', es: 'ya estaban', ca: 'ja hi eren' },
  importId: { en: 'Import', es: 'Importación', ca: 'Importació' },
} as const
