import { type Tx, createRecord } from '#platform/records'

/** A consent of the person to everything, by every way, since long ago; changed by `values`. Gives its id. */
export async function giveConsent(
  tx: Tx,
  personId: string,
  values: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const { id } = await createRecord(tx, {
    type: 'consent',
    values: {
      person: { to: personId },
      scopes: ['act', 'name_to_state', 'name_public', 'photo', 'share_partners'],
      purposes: ['any'],
      channels: ['any'],
      form: 'spoken',
      language: 'es',
      given_by: 'person',
      from: '2020-01-01',
      ...values,
    },
  })
  return id
}
