/** What a defender's page rests on and whom it names, as the projection writes it: for tests that insert it by hand. */
export function defenderRests(
  personId: string,
  data: Readonly<Record<string, unknown>>,
): { readonly sources: string; readonly named: string } {
  const at = { recordId: personId }
  const items = (key: string) =>
    ((data[key] ?? []) as readonly { readonly code: string }[]).map(({ code }) => ({
      ...{ key, item: code, ...at },
      ...{ field: key, held: [code] },
    }))
  const basis = data['basis']
  return {
    sources: JSON.stringify([
      { key: 'name', ...at, field: 'name', held: { full: data['name'] }, essential: true },
      { key: 'basis', ...at, field: 'public_basis', held: basis, essential: true },
      ...items('country'),
      ...items('rights'),
      ...Object.entries((data['biography'] ?? {}) as Readonly<Record<string, string>>).map(
        ([item, text]) => ({
          ...{ key: 'biography', item, ...at },
          ...{ field: 'biography', held: { [item]: text } },
        }),
      ),
      ...('source_url' in data
        ? [
            {
              ...{ key: 'source_url', ...at, field: 'public_source_url', held: data['source_url'] },
              ...(basis === 'public_at_source' && { essential: true }),
            },
          ]
        : []),
    ]),
    named: JSON.stringify([
      { personId, scope: 'name_public', basis, purpose: 'publication', channel: 'website' },
    ]),
  }
}
