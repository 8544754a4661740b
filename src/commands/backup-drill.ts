import { readFileSync, rmSync } from 'node:fs'
import { defineCommand } from '#platform/cli'
import { drillRecovery, newestBackup, readIdentities } from '#platform/backup'
import { keyPassphrase } from '#platform/files'
import { Problem } from '#platform/problem'
import { makeScratchFolder } from '../scratch-folder.ts'

/** `amparo backup drill --identity IDENTITY_FILE`: proves that the newest backup brings everything back. */
export const command = defineCommand({
  name: 'backup drill',
  summary: {
    en: 'Proves that a backup can be recovered: restores it aside, opens every file, removes it.',
    es: 'Prueba que una copia se puede recuperar: la restaura aparte, abre cada archivo y la elimina.',
    ca: 'Prova que una còpia es pot recuperar: la restaura a part, obre cada fitxer i la suprimeix.',
  },
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
    shares: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'a file with the recovery key, or as many of its shares as it takes, one a line: proves that what is sealed can be recovered',
        es: 'un archivo con la clave de recuperación, o tantas de sus partes como hagan falta, una por línea: prueba que lo sellado se puede recuperar',
        ca: 'un fitxer amb la clau de recuperació, o tantes de les seves parts com calgui, una per línia: prova que el que és segellat es pot recuperar',
      },
    },
    from: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'the backup (the newest)',
        es: 'la copia (la más reciente)',
        ca: 'la còpia (la més recent)',
      },
    },
  },
  async run({ config: readConfig, options, result, say, note, signal }) {
    if (options.identity === '') {
      note(say(words.noIdentity))
      return 2
    }
    const config = readConfig()
    const path = options.from ?? (await newestBackup(config))
    if (!path) throw new Problem('not_found', { explanation: words.noBackup })
    const identities = await readIdentities(options.identity)
    const folder = makeScratchFolder(config.home)
    try {
      const drill = await drillRecovery(config, {
        path,
        identities,
        folder,
        shares: options.shares === undefined ? [] : readFileSync(options.shares, 'utf8').split(/\r?\n/),
        keyPassphrase: (home) => keyPassphrase({ ...config, home }),
        signal,
      })
      const rows = drill.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
      const seconds = Math.round(drill.seconds * 10) / 10
      result(
        {
          file: path,
          at: drill.manifest.at,
          rows,
          organisations: drill.organisations,
          files: drill.filesOpened,
          sealedFiles: drill.filesSealed,
          recovered: drill.recovered,
          seconds,
        },
        () =>
          [
            path,
            `${say(words.proved)}: ${rows} ${say(words.rows)}, ${drill.filesOpened} ${say(words.opened)}, ${drill.filesSealed} ${say(words.filesSealed)}, ${seconds} s`,
            ...drill.recovered.map(
              (one) =>
                `${one.organisation}: ${say(words.key)}; ${one.opened} / ${one.values} ${say(words.sealed)}, ${one.files} ${say(words.sealedFiles)}, ${one.notWrapped} ${say(words.notWrapped)}`,
            ),
          ].join('\n'),
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    return 0
  },
})

const words = {
  noIdentity: {
    en: 'Say with what to open it: --identity IDENTITY_FILE, a file with the line AGE-SECRET-KEY-1… of the recovery kit.',
    es: 'Indique con qué abrirla: --identity ARCHIVO, un archivo con la línea AGE-SECRET-KEY-1… del kit de recuperación.',
    ca: 'Indiqueu amb què obrir-la: --identity FITXER, un fitxer amb la línia AGE-SECRET-KEY-1… del kit de recuperació.',
  },
  noBackup: {
    en: 'There is no backup yet. Make one: amparo backup.',
    es: 'Todavía no hay ninguna copia. Haga una: amparo backup.',
    ca: 'Encara no hi ha cap còpia. Feu-ne una: amparo backup.',
  },
  proved: { en: 'Recovered', es: 'Recuperado', ca: 'Recuperat' },
  rows: { en: 'rows', es: 'filas', ca: 'files de taula' },
  key: {
    en: 'the shares given are its recovery key',
    es: 'las partes indicadas forman su clave de recuperación',
    ca: 'les parts donades formen la seva clau de recuperació',
  },
  sealed: {
    en: 'sealed values opened with it (a sample)',
    es: 'valores sellados abiertos con ella (una muestra)',
    ca: 'valors segellats oberts amb ella (una mostra)',
  },
  notWrapped: {
    en: 'that it does not open yet (each is covered once somebody opens its record)',
    es: 'que todavía no abre (cada uno queda cubierto cuando alguien abre su registro)',
    ca: 'que encara no obre (cadascun queda cobert quan algú obre el seu registre)',
  },
  sealedFiles: {
    en: 'sealed files opened with it (a sample)',
    es: 'archivos sellados abiertos con ella (una muestra)',
    ca: 'fitxers segellats oberts amb ella (una mostra)',
  },
  filesSealed: {
    en: 'sealed files, opened with the recovery key alone',
    es: 'archivos sellados, que solo abre la clave de recuperación',
    ca: 'fitxers segellats, que només obre la clau de recuperació',
  },
  opened: {
    en: 'files opened with the restored keys',
    es: 'archivos abiertos con las claves restauradas',
    ca: 'fitxers oberts amb les claus restaurades',
  },
} as const
