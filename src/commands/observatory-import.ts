import { basename, resolve } from 'node:path'
import { asOption, defineCommand, exit } from '#platform/cli'
import { withRequest } from '#platform/records'
import { asOperator } from './as-operator.ts'
import { orgOption, whichOrganisation } from './observatory-words.ts'

/** `amparo observatory import KIND FILE`: one file into the observatory of an organisation, whole or not at all. */
export const command = defineCommand({
  name: 'observatory import',
  summary: {
    en: 'Reads a file about states into the observatory.',
    es: 'Incorpora al observatorio un archivo sobre Estados.',
    ca: "Incorpora a l'observatori un fitxer sobre Estats.",
  },
  details: {
    en: 'KIND is what the sources page calls it (voeten, upr-info, …), or auto. The same file again changes nothing; a newer edition takes the place of the older one, which stays readable.',
    es: 'KIND es como lo llama la página de fuentes (voeten, upr-info, …), o auto. El mismo archivo otra vez no cambia nada; una edición más nueva ocupa el lugar de la anterior, que sigue legible.',
    ca: "KIND és com l'anomena la pàgina de fonts (voeten, upr-info, …), o auto. El mateix fitxer un altre cop no canvia res; una edició més nova ocupa el lloc de l'anterior, que continua llegible.",
  },
  arguments: [
    {
      name: 'kind',
      summary: {
        en: 'what it is, or auto to recognise it',
        es: 'qué es, o auto para reconocerlo',
        ca: 'què és, o auto per reconèixer-lo',
      },
    },
    { name: 'file', summary: { en: 'plain or .gz', es: 'tal cual o .gz', ca: 'tal qual o .gz' } },
  ],
  options: {
    org: orgOption,
    as: asOption,
    version: {
      type: 'string',
      value: 'TEXT',
      summary: {
        en: 'what its publisher calls this edition',
        es: 'como llama a esta edición quien la publica',
        ca: 'com anomena aquesta edició qui la publica',
      },
    },
    columns: {
      type: 'string',
      value: 'A,B',
      summary: {
        en: 'further columns of an index, by name (V-Dem has 4,600)',
        es: 'otras columnas de un índice, por su nombre (V-Dem tiene 4.600)',
        ca: "altres columnes d'un índex, pel nom (V-Dem en té 4.600)",
      },
    },
    profile: {
      type: 'string',
      value: 'NAME',
      summary: {
        en: 'with kind "indicator": the saved profile to read it with',
        es: 'con el tipo «indicator»: el perfil guardado con el que se lee',
        ca: 'amb el tipus «indicator»: el perfil desat amb què es llegeix',
      },
    },
  },
  async run({ args, options, config, say, note, result, progress, signal }) {
    const { org } = options
    if (org === undefined) {
      note(say(whichOrganisation))
      return exit.usage
    }
    const {
      addColumns,
      freshenObservatory,
      importFile,
      importerFor,
      knownImporters,
      readFileHead,
      recogniseOrRefuse,
    } = await import('#modules/observatory/sources')
    const path = resolve(args.file)
    const head = await readFileHead(path)
    const importers = await knownImporters()
    const columns = (options.columns ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter((name) => name !== '')
    // A saved profile goes by its own name, or by `indicator` with `--profile`.
    const kind = args.kind === 'indicator' && options.profile !== undefined ? options.profile : args.kind
    const recognised = kind === 'auto' ? recogniseOrRefuse(importers, head) : null
    const bar = progress(basename(path))
    let told = 0
    const imported = await asOperator(
      config(),
      { org, as: options.as, command: 'observatory import' },
      async (house, actor) => {
        const read = await withRequest(house, actor, async (tx) => {
          const importer = recognised ?? (await importerFor(tx, importers, kind))
          const read = await importFile(tx, importer, {
            path,
            head,
            ...(columns.length > 0 && { choices: { columns } }),
            ...(options.version !== undefined && { version: options.version }),
            progress: (done) => {
              bar.advance(done - told)
              told = done
            },
            signal,
          })
          // Read before, and now more of it is wanted.
          const added =
            read.known && columns.length > 0
              ? await addColumns(tx, importer.dataset, { fileId: read.fileId, path, head, columns, signal })
              : []
          return { ...read, dataset: importer.dataset, added }
        })
        if (!read.known || read.added.length > 0) await freshenObservatory(house.db)
        return read
      },
    )
    bar.finish()
    const { known, fileId, loaded, dataset, added } = imported
    const { rows, dataUntil, version, findings } = loaded
    result({ dataset, file: fileId, known, added, rows, dataUntil, version, findings }, () =>
      [
        added.length > 0
          ? say({
              en: `${head.name}: read before; now also ${added.join(', ')}`,
              es: `${head.name}: ya se había leído; ahora también ${added.join(', ')}`,
              ca: `${head.name}: ja s'havia llegit; ara també ${added.join(', ')}`,
            })
          : known
            ? say({
                en: `${head.name}: read before, nothing changed`,
                es: `${head.name}: ya se había leído, no cambió nada`,
                ca: `${head.name}: ja s'havia llegit, no ha canviat res`,
              })
            : say({
                en: `${head.name}: ${rows} rows (${dataset}), data until ${dataUntil}`,
                es: `${head.name}: ${rows} filas (${dataset}), datos hasta ${dataUntil}`,
                ca: `${head.name}: ${rows} files (${dataset}), dades fins a ${dataUntil}`,
              }),
        ...findings.map(({ what, count, examples }) =>
          [`  ${say(what)} (${count})`, ...examples.slice(0, 3).map((one) => `    ${one}`)].join('\n'),
        ),
      ].join('\n'),
    )
    return exit.ok
  },
})
