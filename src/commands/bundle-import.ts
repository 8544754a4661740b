import { readFile } from 'node:fs/promises'
import { openingKeys, receiveBundle } from '#modules/casework/referral/actions'
import { openBundle } from '#modules/casework/referral/bundle'
import { asOption, defineCommand, exit } from '#platform/cli'
import { Problem } from '#platform/problem'
import { type Tx, withRequest } from '#platform/records'
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
    en: 'The case is followed and seen by the person of --as, and by the team of --team. Without --identity it is opened with the key of the organisation. The first time of a sender --sender is needed: their fingerprint, as they gave it by another way.',
    es: 'El caso lo sigue y lo ve la persona de --as, y el equipo de --team. Sin --identity se abre con la clave de la organización. La primera vez de quien envía hace falta --sender: su huella, dada por otra vía.',
    ca: "El cas el segueix i el veu la persona de --as, i l'equip de --team. Sense --identity s'obre amb la clau de l'organització. El primer cop de qui envia cal --sender: la seva empremta, donada per una altra via.",
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
    team: {
      type: 'string',
      value: 'NAME',
      summary: {
        en: 'the team that follows the case as well',
        es: 'el equipo que también sigue el caso',
        ca: "l'equip que també segueix el cas",
      },
    },
    identity: identityOption,
    sender: senderOption,
  },
  run: async ({ config, args, options, result }) => {
    // The operator follows no cases: it would be seen by nobody.
    if (options.as === undefined) throw new Problem('invalid', { explanation: nobody })
    return asOperator(
      config(),
      { org: options.org ?? '', as: options.as, command: 'bundle import' },
      async (house, actor) => {
        const sealed = await readFile(args.FILE)
        const keys = options.identity
          ? await readIdentities(options.identity)
          : await withRequest(house, actor, (tx) => openingKeys(tx, house.secrets))
        const opened = await openBundle(sealed, keys)
        const received = await withRequest(house, actor, async (tx) => {
          const teamId = options.team === undefined ? null : await readTeam(tx, options.team)
          return receiveBundle(tx, house, opened, {
            fingerprint: options.sender ?? '',
            ...(teamId !== null && { teamId }),
          })
        })
        result(received, () => `/workspace/case/${received.caseId}`)
        return exit.ok
      },
    )
  },
})

async function readTeam(tx: Tx, name: string): Promise<string> {
  const teams = await tx.sql
    .selectFrom('team')
    .select(['id', 'name'])
    .where('org_id', '=', tx.actor.orgId)
    .execute()
  const found = teams.find((team) => team.name.toLowerCase() === name.trim().toLowerCase())
  if (!found) throw new Problem('not_found', { explanation: noTeam(name) })
  return found.id
}

const nobody = {
  en: 'Say who receives it: --as NAME. The case is seen by that person and their team alone.',
  es: 'Diga quién lo recibe: --as NOMBRE. El caso lo ven solo esa persona y su equipo.',
  ca: 'Digueu qui el rep: --as NOM. El cas el veuen només aquesta persona i el seu equip.',
}

const noTeam = (name: string) => ({
  en: `There is no team “${name}”.`,
  es: `No hay ningún equipo «${name}».`,
  ca: `No hi ha cap equip «${name}».`,
})
