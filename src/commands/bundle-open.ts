import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openBundle, sameFingerprint } from '#modules/casework/referral/bundle'
import { defineCommand, exit } from '#platform/cli'
import { Problem } from '#platform/problem'
import { bundleArgument, identityOption, readIdentities, senderOption } from './bundle-ground.ts'

/**
 * `amparo bundle open FILE --identity F --out DIR`: what a bundle holds, checked to the last byte and then written to a
 * folder that must not be there yet. Needs neither a database nor an organisation.
 */
export const command = defineCommand({
  name: 'bundle open',
  summary: {
    en: 'Checks a bundle and writes what it holds to a new folder.',
    es: 'Comprueba un expediente y escribe su contenido en una carpeta nueva.',
    ca: "Comprova un expedient i n'escriu el contingut en una carpeta nova.",
  },
  details: {
    en: 'Signature and every hash are checked before anything is written. Compare the fingerprint of the sender by another way, or give it with --sender.',
    es: 'La firma y cada hash se comprueban antes de escribir nada. Compare la huella de quien lo envió por otra vía, o indíquela con --sender.',
    ca: "La signatura i cada hash es comproven abans d'escriure res. Compareu l'empremta de qui l'envia per una altra via, o indiqueu-la amb --sender.",
  },
  arguments: [bundleArgument],
  options: {
    identity: identityOption,
    out: {
      type: 'string',
      value: 'DIR',
      summary: {
        en: 'the folder to make and write to',
        es: 'la carpeta que se crea y donde se escribe',
        ca: 'la carpeta que es crea i on s’escriu',
      },
    },
    sender: senderOption,
  },
  async run({ args, options, result }) {
    if (!options.out) throw new Problem('invalid', { explanation: noFolder })
    const opened = await openBundle(await readFile(args.FILE), await readIdentities(options.identity))
    const { manifest, fingerprint, terms, files, archive } = opened
    if (options.sender !== undefined && !sameFingerprint(options.sender, fingerprint))
      throw new Problem('conflict', { explanation: otherSender(fingerprint) })
    await mkdir(options.out, { mode: 0o700 })
    for (const [path, bytes] of [...files, ['bundle.zip', archive] as const]) {
      const target = join(options.out, path)
      await mkdir(dirname(target), { recursive: true, mode: 0o700 })
      await writeFile(target, bytes, { mode: 0o600, flag: 'wx' })
    }
    result(
      {
        number: manifest.number,
        sender: manifest.sender.name,
        fingerprint,
        recipient: manifest.recipient.name,
        purpose: terms.purpose,
        until: terms.until,
        files: [...files.keys()],
      },
      () =>
        [
          `${manifest.sender.name} → ${manifest.recipient.name}`,
          fingerprint,
          `${terms.purpose} (${terms.until})`,
          ...[...files.keys()].map((path) => `  ${path}`),
        ].join('\n'),
    )
    return exit.ok
  },
})

const noFolder = {
  en: 'Say where to: --out DIR.',
  es: 'Indique adónde: --out DIR.',
  ca: 'Indiqueu on: --out DIR.',
}

const otherSender = (fingerprint: string) => ({
  en: `It was signed by another than you say: ${fingerprint}. Nothing was written.`,
  es: `Lo firmó otra organización que la indicada: ${fingerprint}. No se escribió nada.`,
  ca: `El va signar una altra organització que la indicada: ${fingerprint}. No s'ha escrit res.`,
})
