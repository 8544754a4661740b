import { defineCommand, exit } from '#platform/cli'
import { loadLedgerKey, publicText, writeCheckpoints } from '#platform/ledger'
import { noOrganisation, orgOption, withOrganisations } from './ledger-ground.ts'

/** `amparo ledger checkpoint [--org SLUG]`: signs where each ledger ends. With --json: to be kept elsewhere. */
export const command = defineCommand({
  name: 'ledger checkpoint',
  summary: {
    en: 'Signs where each ledger ends, to be kept outside of this machine.',
    es: 'Firma dónde termina cada libro de registro, para guardarlo fuera de este equipo.',
    ca: "Signa on acaba cada llibre de registre, per desar-ho fora d'aquest equip.",
  },
  details: {
    en: 'Print it, or keep the output of --json with somebody else: `amparo ledger verify --checkpoint FILE` compares.',
    es: 'Imprímalo, o dé la salida de --json a otra persona: `amparo ledger verify --checkpoint ARCHIVO` la compara.',
    ca: 'Imprimiu-ho, o doneu la sortida de --json a algú altre: `amparo ledger verify --checkpoint FITXER` la compara.',
  },
  options: { org: orgOption },
  async run({ config: readConfig, options, result, note, say }) {
    const config = readConfig()
    return withOrganisations(config, options.org, async (owner, organisations) => {
      if (organisations.length === 0 && options.org !== undefined) {
        note(say(noOrganisation))
        return exit.missing
      }
      const key = loadLedgerKey(config.home)
      const checkpoints = await writeCheckpoints(owner, key, options.org)
      result({ key: publicText(key), checkpoints }, () =>
        [
          `Ed25519 ${publicText(key)}`,
          ...checkpoints.map(
            ({ slug, place, hash, at, signature }) => `${slug} ${place} ${hash} ${at}\n  ${signature}`,
          ),
        ].join('\n'),
      )
      return exit.ok
    })
  },
})
