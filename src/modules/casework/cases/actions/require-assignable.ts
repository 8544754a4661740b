import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'

const notThere = {
  en: 'Choose somebody of the organisation.',
  es: 'Elija a alguien de la organización.',
  ca: "Trieu algú de l'organització.",
}

/** Refuses what is no person at work here. */
export function requireColleague(tx: Tx, id: string): void {
  const term = tx.schema.vocabularies.get('colleagues')?.byCode.get(id)
  if (!term || term.retired)
    throw new Problem('invalid', { fields: [{ field: 'assigned_to', message: notThere }] })
}

/** Refuses what is no team of the organisation. */
export function requireTeam(tx: Tx, id: string): void {
  if (!tx.schema.vocabularies.get('teams')?.byCode.has(id))
    throw new Problem('invalid', {
      fields: [
        {
          field: 'team',
          message: {
            en: 'Choose a team of the organisation.',
            es: 'Elija un equipo de la organización.',
            ca: "Trieu un equip de l'organització.",
          },
        },
      ],
    })
}
