import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { defineCommand } from '#platform/cli'
import type { Labels } from '#platform/i18n'
import { makeRecipient, readRecipient } from '#platform/backup'
import { Problem } from '#platform/problem'
import { publicText, readLedgerKey } from '#platform/ledger'
import { kitPage, kitText } from './recovery-kit-words.ts'

/** `amparo recovery-kit`: makes and shows, once, what opens every backup to come. */
export const command = defineCommand({
  name: 'recovery-kit',
  summary: {
    en: 'Shows, once, the key that opens every backup, and what to do with it.',
    es: 'Muestra, una sola vez, la clave que abre todas las copias, y qué hacer con ella.',
    ca: 'Mostra, un sol cop, la clau que obre totes les còpies, i què cal fer-ne.',
  },
  details: {
    en: 'The key is kept nowhere on this machine. Run it again to see the instructions without the key; --renew makes a new key for the backups to come.',
    es: 'La clave no se guarda en esta máquina. Ejecútelo otra vez para ver las instrucciones sin la clave; --renew crea una clave nueva para las copias futuras.',
    ca: 'La clau no es desa en aquesta màquina. Torneu-lo a executar per veure les instruccions sense la clau; --renew crea una clau nova per a les còpies futures.',
  },
  options: {
    html: {
      type: 'string',
      value: 'FILE',
      summary: {
        en: 'write a page to print instead; print it and delete the file',
        es: 'escribir en cambio una página para imprimir; imprímala y borre el archivo',
        ca: 'escriure en canvi una pàgina per imprimir; imprimiu-la i esborreu el fitxer',
      },
    },
    renew: {
      type: 'boolean',
      summary: {
        en: 'make a new key; older backups still need the old one',
        es: 'crear una clave nueva; las copias anteriores siguen necesitando la vieja',
        ca: 'crear una clau nova; les còpies anteriors encara necessiten la vella',
      },
    },
  },
  async run({ config: readConfig, options, language, say, result }) {
    const { home } = readConfig()
    // Before a key is made, which is shown once.
    if (options.html !== undefined && existsSync(options.html))
      throw new Problem('conflict', { explanation: there })
    const known = options.renew ? null : readRecipient(home)
    const made = known ? null : await makeRecipient(home)
    const kit = {
      identity: made?.identity ?? null,
      recipient: made?.recipient ?? known ?? '',
      publicKeys: publicKeys(home, say),
      home,
    }
    if (options.html !== undefined) {
      const path = resolve(options.html)
      await writeFile(path, kitPage(kit, language), { flag: 'wx', mode: 0o600 })
      result({ file: path, recipient: kit.recipient }, () => path)
    } else result(kit, () => kitText(kit, language))
  },
})

/** By what they are for; a key that does not exist yet is left out. */
function publicKeys(home: string, say: (words: Labels) => string): Readonly<Record<string, string>> {
  const ledger = readLedgerKey(home)
  return ledger ? { [say(ledgerKey)]: publicText(ledger) } : {}
}

const there: Labels = {
  en: 'The file of --html is there already. Choose another name; no key was made.',
  es: 'El archivo de --html ya existe. Elija otro nombre; no se creó ninguna clave.',
  ca: "El fitxer de --html ja existeix. Trieu un altre nom; no s'ha creat cap clau.",
}

const ledgerKey: Labels = {
  en: 'Public key that the checkpoints of the ledger are signed with',
  es: 'Clave pública con la que se firman los puntos de control del registro de actividad',
  ca: "Clau pública amb què se signen els punts de control del registre d'activitat",
}
