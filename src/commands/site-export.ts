import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type CopiedFile, exportSite } from '#modules/publishing'
import { defineCommand, exit } from '#platform/cli'
import { createApp } from '#platform/http'
import { writeZip } from '#platform/tabular'
import { readSite } from '#web/site'
import { problemPage } from '#web/workspace'
import { openHouse } from '../open-house.ts'

/** `amparo site export --org SLUG --out DIR|FILE.zip`: the whole public site as files that open from a USB stick. */
export const command = defineCommand({
  name: 'site export',
  summary: {
    en: 'Copies the whole public site into files that need no server.',
    es: 'Copia todo el sitio público en archivos que no necesitan servidor.',
    ca: 'Copia tot el lloc públic en fitxers que no necessiten servidor.',
  },
  details: {
    en: 'Every page in every language, with pictures, feeds and data, linked from file to file: open index.html from a disk or a USB stick. What is withdrawn later stays in copies that were given away: make them anew and say whom you gave one.',
    es: 'Cada página en cada idioma, con imágenes, novedades y datos, enlazadas de archivo a archivo: abra index.html desde un disco o una memoria USB. Lo que se retire después queda en las copias entregadas: hágalas de nuevo y anote a quién dio una.',
    ca: "Cada pàgina en cada idioma, amb imatges, novetats i dades, enllaçades de fitxer a fitxer: obriu index.html des d'un disc o una memòria USB. El que es retiri després queda a les còpies donades: torneu-les a fer i anoteu a qui n'heu donat.",
  },
  options: {
    org: {
      type: 'string',
      value: 'SLUG',
      default: '',
      summary: { en: 'the organisation', es: 'la organización', ca: "l'organització" },
    },
    out: {
      type: 'string',
      value: 'DIR|FILE.zip',
      default: '',
      summary: {
        en: 'an empty or new folder, or a file that ends in .zip',
        es: 'una carpeta vacía o nueva, o un archivo que termine en .zip',
        ca: 'una carpeta buida o nova, o un fitxer que acabi en .zip',
      },
    },
  },
  async run({ config, options, result, note, say }) {
    if (options.org === '' || options.out === '') {
      note(say(words.missing))
      return exit.usage
    }
    const out = resolve(options.out)
    if (!out.endsWith('.zip') && (await readdir(out).catch(() => [])).length > 0) {
      note(say(words.notEmpty))
      return exit.usage
    }
    const open = await openHouse(config())
    try {
      const site = await readSite(open.house.publicDb, options.org, null)
      if (!site) {
        note(say(words.nothing))
        return exit.usage
      }
      const app = createApp({
        house: { ...open.house, static: true },
        problemPage,
        report: (id, error) => note(`${id}: ${String(error)}`),
      })
      const files = exportSite({
        ...site,
        fetch: async (path) => app.fetch(new Request(`http://site.invalid${path}`)),
      })
      const written = out.endsWith('.zip') ? await writePacked(out, files) : await writeFolder(out, files)
      result(
        { out, ...written },
        () => `${out}: ${written.files} ${say(words.files)}, ${Math.ceil(written.bytes / 1024)} KB`,
      )
      return exit.ok
    } finally {
      await open.close()
    }
  },
})

async function writeFolder(folder: string, files: AsyncIterable<CopiedFile>) {
  let [count, bytes] = [0, 0]
  for await (const { path, body } of files) {
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, body)
    count++
    bytes += body.length
  }
  return { files: count, bytes }
}

/** Written beside its place and moved there whole, so that a broken-off one is never taken for a copy. */
async function writePacked(path: string, files: AsyncIterable<CopiedFile>) {
  let [count, bytes] = [0, 0]
  async function* entries() {
    for await (const { path: name, body } of files) {
      count++
      bytes += body.length
      yield { name, content: body }
    }
  }
  try {
    await pipeline(writeZip(entries()), createWriteStream(path, { flags: 'w' }))
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
  return { files: count, bytes }
}

const words = {
  missing: {
    en: 'Say which organisation and where to: --org SLUG --out DIR.',
    es: 'Indique qué organización y adónde: --org ORGANIZACIÓN --out CARPETA.',
    ca: 'Indiqueu quina organització i on: --org ORGANITZACIÓ --out CARPETA.',
  },
  notEmpty: {
    en: 'That folder is not empty. Name a new one: old files would stay among the new.',
    es: 'Esa carpeta no está vacía. Indique una nueva: los archivos viejos quedarían entre los nuevos.',
    ca: 'Aquesta carpeta no és buida. Indiqueu-ne una de nova: els fitxers vells quedarien entre els nous.',
  },
  nothing: {
    en: 'Nothing of this organisation is public, or there is no such organisation.',
    es: 'Nada de esta organización es público, o no existe tal organización.',
    ca: "Res d'aquesta organització no és públic, o no existeix.",
  },
  files: { en: 'files', es: 'archivos', ca: 'fitxers' },
} as const
