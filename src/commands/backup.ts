import { resolve } from 'node:path'
import { defineCommand } from '#platform/cli'
import {
  type BackupManifest,
  checkBackup,
  checkRecipients,
  dailyFolder,
  newBackupName,
  readIdentities,
  readRecipient,
  writeBackup,
} from '#platform/backup'
import { acquireCluster } from '#platform/db/cluster'
import { exit } from '#platform/cli'

/** `amparo backup`: one encrypted file with database, files and keys; with --verify, an existing one is read through. */
export const command = defineCommand({
  name: 'backup',
  summary: {
    en: 'Writes database, files and keys into one encrypted file, and reads it through.',
    es: 'Escribe la base de datos, los archivos y las claves en un solo archivo cifrado, y lo vuelve a leer.',
    ca: 'Escriu la base de dades, els fitxers i les claus en un sol fitxer xifrat, i el torna a llegir.',
  },
  details: {
    en: 'Encrypted for the recovery kit, in the format of the program "age". People can go on working meanwhile. With --verify nothing is written: the file of --out (or the one named) is opened with that identity and every hash and count compared.',
    es: 'Cifrado para el kit de recuperación, en el formato del programa «age». Mientras tanto se puede seguir trabajando. Con --verify no se escribe nada: se abre el archivo de --out con esa identidad y se compara cada suma y cada recuento.',
    ca: "Xifrat per al kit de recuperació, en el format del programa «age». Mentrestant es pot continuar treballant. Amb --verify no s'escriu res: s'obre el fitxer de --out amb aquesta identitat i es compara cada suma i cada recompte.",
  },
  options: {
    out: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'where to write it (else a dated name in AMPARO_BACKUP_DIR or AMPARO_HOME/backups)',
        es: 'dónde escribirlo (si no, un nombre con la fecha en AMPARO_BACKUP_DIR o AMPARO_HOME/backups)',
        ca: 'on escriure-ho (si no, un nom amb la data a AMPARO_BACKUP_DIR o AMPARO_HOME/backups)',
      },
    },
    to: {
      type: 'string',
      value: 'age1…',
      many: true,
      summary: {
        en: 'one more who can open it; may be repeated',
        es: 'otra persona que puede abrirlo; puede repetirse',
        ca: 'una altra persona que el pot obrir; es pot repetir',
      },
    },
    verify: {
      type: 'string',
      value: 'IDENTITY_FILE',
      summary: {
        en: 'check the existing file of --out instead, with this identity',
        es: 'en vez de escribir, comprobar el archivo existente de --out con esta identidad',
        ca: "en comptes d'escriure, comprovar el fitxer existent de --out amb aquesta identitat",
      },
    },
  },
  async run({ config: readConfig, options, result, note, say, signal }) {
    if (options.verify !== undefined) {
      if (options.out === undefined) {
        note(say(words.whichFile))
        return exit.usage
      }
      const manifest = await checkBackup(options.out, await readIdentities(options.verify), signal)
      result({ file: options.out, ...figures(manifest) }, () => `${say(words.whole)}\n${told(manifest, say)}`)
      return exit.ok
    }
    const config = readConfig()
    const kit = readRecipient(config.home)
    const recipients = checkRecipients([...(kit ? [kit] : []), ...options.to])
    const path = resolve(options.out ?? `${dailyFolder(config)}/${newBackupName()}`)
    const cluster = await acquireCluster(config)
    try {
      const source = { ownerUrl: cluster.urls.owner, home: config.home }
      const written = await writeBackup(source, { path, recipients, signal })
      result(
        { file: path, bytes: written.size, ...figures(written.manifest) },
        () => `${path}\n${told(written.manifest, say)}\n${say(words.checked)}`,
      )
    } finally {
      await cluster.release()
    }
    return exit.ok
  },
})

const figures = (manifest: BackupManifest) => ({
  at: manifest.at,
  release: manifest.release,
  tables: manifest.tables.length,
  rows: manifest.tables.reduce((sum, table) => sum + table.rows, 0),
  files: manifest.files.count,
})

function told(manifest: BackupManifest, say: (labels: (typeof words)[keyof typeof words]) => string): string {
  const { at, rows, files } = figures(manifest)
  return `${at.slice(0, 16).replace('T', ' ')} UTC · ${rows} ${say(words.rows)} · ${files} ${say(words.files)}`
}

const words = {
  whichFile: {
    en: 'Say which file to check: --out FILE.',
    es: 'Indique qué archivo comprobar: --out ARCHIVO.',
    ca: 'Indiqueu quin fitxer cal comprovar: --out FITXER.',
  },
  whole: {
    en: 'Whole: every hash and count agrees.',
    es: 'Íntegro: coinciden todas las sumas y recuentos.',
    ca: 'Íntegre: coincideixen totes les sumes i recomptes.',
  },
  checked: {
    en: 'Read through after writing: every hash and count agrees. Keep a copy on another machine.',
    es: 'Leído de nuevo tras escribirlo: coinciden todas las sumas y recuentos. Guarde una copia en otra máquina.',
    ca: "Rellegit després d'escriure'l: coincideixen totes les sumes i recomptes. Deseu-ne una còpia en una altra màquina.",
  },
  rows: { en: 'rows', es: 'filas', ca: 'files de taula' },
  files: { en: 'files', es: 'archivos', ca: 'fitxers' },
} as const
