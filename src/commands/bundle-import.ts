import { readFile } from 'node:fs/promises'
import { openingKeys, receiveBundle } from '#modules/casework/referral/actions'
import { openBundle } from '#modules/casework/referral/bundle'
import { asOption, defineCommand, exit } from '#platform/cli'
import { withRequest } from '#platform/records'
import { asOperator } from './as-operator.ts'
import { bundleArgument, identityOption, readIdentities, senderOption } from './bundle-ground.ts'

/** `amparo bundle import FILE --org SLUG`: a case at triage of a bundle that was made for this organisation. */
export const command = defineCommand({
  name: 'bundle import',
  summary: {
    en: 'Checks a bundle and makes a case of it.',
    es: 'Comprueba un expediente y crea un caso con él.',
    ca: 'Comprova un expedient i en fa un cas.',
  },
  details: {
    en: 'Without --identity it is opened with the key of the organisation. The first time of a sender --sender is needed: their fingerprint, as they gave it by another way.',
    es: 'Sin --identity se abre con la clave de la organización. La primera vez de quien envía hace falta --sender: su huella, dada por otra vía.',
    ca: "Sense --identity s'obre amb la clau de l'organització. El primer cop de qui envia cal --sender: la seva empremta, donada per una altra via.",
  },
  arguments: [bundleArgument],
  options: {
    org: {
      type: 'string',
      value: 'SLUG',
      summary: {
        en: 'short name of the organisation',
        es: 'nombre corto de la organización',
        ca: "nom curt de l'organització",
      },
    },
    as: asOption,
    identity: identityOption,
    sender: senderOption,
  },
  run: async ({ config, args, options, result }) =>
    asOperator(
      config(),
      { org: options.org ?? '', as: options.as, command: 'bundle import' },
      async (house, actor) => {
        const sealed = await readFile(args.FILE)
        const keys = options.identity
          ? await readIdentities(options.identity)
          : await withRequest(house, actor, (tx) => openingKeys(tx, house.secrets))
        const opened = await openBundle(sealed, keys)
        const received = await withRequest(house, actor, (tx) =>
          receiveBundle(tx, house, opened, { fingerprint: options.sender ?? '' }),
        )
        result(received, () => `/workspace/case/${received.caseId}`)
        return exit.ok
      },
    ),
})
