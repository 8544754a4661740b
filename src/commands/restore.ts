import { defineCommand } from '#platform/cli'
import { readIdentities, restoreBackup } from '#platform/backup'

/** `amparo restore FILE --identity IDENTITY_FILE`. */
export const command = defineCommand({
  name: 'restore',
  summary: {
    en: 'Restores a backup onto an empty machine.',
    es: 'Restaura una copia de seguridad en una máquina vacía.',
    ca: 'Restaura una còpia de seguretat en una màquina buida.',
  },
  details: {
    en: 'What was purged, withdrawn or erased after the backup was made is taken out again, from tombstones.log. Everyone has to sign in anew.',
    es: 'Lo que se purgó, retiró o borró después de hacer la copia se vuelve a quitar, según tombstones.log. Todas las personas deben iniciar sesión de nuevo.',
    ca: 'El que es va purgar, retirar o esborrar després de fer la còpia es torna a treure, segons tombstones.log. Tothom ha de tornar a iniciar sessió.',
  },
  arguments: [
    { name: 'file', summary: { en: 'the backup', es: 'la copia de seguridad', ca: 'la còpia de seguretat' } },
  ],
  options: {
    identity: {
      type: 'string',
      value: 'IDENTITY_FILE',
      default: '',
      summary: {
        en: 'a file with the line AGE-SECRET-KEY-1… of the recovery kit',
        es: 'un archivo con la línea AGE-SECRET-KEY-1… del kit de recuperación',
        ca: 'un fitxer amb la línia AGE-SECRET-KEY-1… del kit de recuperació',
      },
    },
    tombstones: {
      type: 'string',
      value: 'FILE',
      many: true,
      summary: {
        en: 'a tombstones.log kept elsewhere, besides the one in AMPARO_HOME',
        es: 'un tombstones.log guardado en otra parte, además del de AMPARO_HOME',
        ca: 'un tombstones.log desat en un altre lloc, a més del d’AMPARO_HOME',
      },
    },
    force: {
      type: 'boolean',
      summary: {
        en: 'put an organisation that is here aside first (a folder replaced-… in AMPARO_HOME)',
        es: 'apartar primero una organización que ya esté aquí (carpeta replaced-… en AMPARO_HOME)',
        ca: 'apartar primer una organització que ja hi sigui (carpeta replaced-… a AMPARO_HOME)',
      },
    },
  },
  async run({ config: readConfig, args, options, result, say, note, signal }) {
    if (options.identity === '') {
      note(say(words.noIdentity))
      return 2
    }
    const restored = await restoreBackup(readConfig(), {
      path: args.file,
      identities: await readIdentities(options.identity),
      tombstones: options.tombstones,
      force: options.force,
      signal,
    })
    const { manifest, goneAgain, applied, setAside } = restored
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    result({ at: manifest.at, rows, files: manifest.files.count, goneAgain, applied, setAside }, () =>
      [
        `${say(words.restored)} ${manifest.at.slice(0, 16).replace('T', ' ')} UTC: ${rows} ${say(words.rows)}, ${manifest.files.count} ${say(words.files)}`,
        `${say(words.gone)}: ${goneAgain}`,
        ...(applied.length > 0 ? [`${say(words.migrated)}: ${applied.join(', ')}`] : []),
        ...(setAside ? [`${say(words.aside)}: ${setAside}`] : []),
        say(words.next),
      ].join('\n'),
    )
    return 0
  },
})

const words = {
  noIdentity: {
    en: 'Say with what to open it: --identity IDENTITY_FILE, a file with the line AGE-SECRET-KEY-1… of the recovery kit.',
    es: 'Indique con qué abrirla: --identity ARCHIVO, un archivo con la línea AGE-SECRET-KEY-1… del kit de recuperación.',
    ca: 'Indiqueu amb què obrir-la: --identity FITXER, un fitxer amb la línia AGE-SECRET-KEY-1… del kit de recuperació.',
  },
  restored: { en: 'Restored as of', es: 'Restaurado al', ca: 'Restaurat a data de' },
  rows: { en: 'rows', es: 'filas', ca: 'files de taula' },
  files: { en: 'files', es: 'archivos', ca: 'fitxers' },
  gone: {
    en: 'Purged, withdrawn or erased since, and taken out again',
    es: 'Purgado, retirado o borrado desde entonces, y quitado de nuevo',
    ca: "Purgat, retirat o esborrat d'ençà, i tret de nou",
  },
  migrated: { en: 'Brought to this release', es: 'Llevado a esta versión', ca: 'Portat a aquesta versió' },
  aside: { en: 'What was here before', es: 'Lo que había antes', ca: 'El que hi havia abans' },
  next: {
    en: 'Everyone signs in anew. Go over the list of people: who lost access since this backup has it again.',
    es: 'Todas las personas deben iniciar sesión de nuevo. Revise la lista de personas: quien perdió el acceso desde esta copia lo tiene otra vez.',
    ca: "Tothom ha de tornar a iniciar sessió. Reviseu la llista de persones: qui ha perdut l'accés d'ençà d'aquesta còpia el torna a tenir.",
  },
} as const
