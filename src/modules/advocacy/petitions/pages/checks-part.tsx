import { countries, fictionalStates } from '#catalogue/countries'
import { can } from '#platform/access'
import {
  Button,
  Details,
  Form,
  FormActions,
  Notice,
  Section,
  Select,
  Table,
  TextInput,
} from '#web/components'
import { listChecks } from '../actions/check-signatures.ts'
import type { PetitionPart } from './petition-page.tsx'

/** Floods and false names: looked for by what they have in common, counted before anything is changed. */
export async function ChecksPart({ visit, tx, petition, counts, w, csrf }: PetitionPart) {
  const { language } = visit
  if (!can(tx.actor, 'write')) return null
  const checks = await listChecks(tx, petition.id)
  if (counts.confirmed + counts.invalidated === 0 && checks.length === 0) return null
  const path = `/workspace/petitions/${petition.id}`
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' })
  const { compare } = new Intl.Collator(language)
  const options = [...fictionalStates, ...countries]
    .map(({ code, name }) => ({ value: code, label: name[language] }))
    .sort((a, b) => compare(a.label, b.label))
  const refused = visit.url.searchParams.get('check') === 'empty'
  return (
    <Section id="checks" title={w('checks')}>
      <p>{w('checks_lede')}</p>
      {refused ? <Notice kind="warning">{w('check_empty')}</Notice> : null}
      {checks.length > 0 ? (
        <Table
          caption={w('checks')}
          captionHidden
          columns={[
            { key: 'when', label: w('day'), heading: true },
            { key: 'state', label: w('state') },
            { key: 'found', label: w('found'), numeric: true },
          ]}
          rows={checks.map((one) => ({
            key: one.id,
            cells: {
              when: (
                <a href={`${path}/checks/${one.id}`}>
                  {date.format(one.madeAt)}, {one.madeBy}
                </a>
              ),
              state: w(`check_${one.state}`),
              found: one.found === null ? '…' : one.found.toLocaleString(language),
            },
          }))}
        />
      ) : null}
      <Details summary={w('check_new')}>
        <Form action={`${path}/checks`} csrf={csrf} label={w('check_new')}>
          <p className="hint">{w('check_hint')}</p>
          <TextInput id="check-from" name="from" label={w('check_from')} hint={w('check_time_hint')} short />
          <TextInput id="check-until" name="until" label={w('check_until')} short />
          <Select
            id="check-country"
            name="country"
            label={w('country_column')}
            empty={w('any')}
            options={options}
          />
          <Select
            id="check-way"
            name="way"
            label={w('way')}
            empty={w('any')}
            options={(['site', 'embed', 'link'] as const).map((way) => ({
              value: way,
              label: w(`way_${way}`),
            }))}
          />
          <TextInput
            id="check-domain"
            name="domain"
            label={w('check_domain')}
            hint={w('check_domain_hint')}
            short
          />
          <TextInput id="check-name" name="name_has" label={w('check_name')} short />
          <TextInput id="check-same" name="same_name" type="number" min={2} label={w('check_same')} short />
          <FormActions>
            <Button>{w('check_look')}</Button>
          </FormActions>
        </Form>
      </Details>
    </Section>
  )
}
