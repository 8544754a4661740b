import { polityName } from '#catalogue/polities'
import type { Treaty } from '#catalogue/treaties'
import type { Visit } from '#platform/http'
import { label } from '#platform/i18n'
import { Button, Details, Form, Select, TextArea, TextInput } from '#web/components'
import type { Refused } from '#web/workspace'
import { treatyAddress } from '../addresses.ts'
import { actKinds, actLabels } from '../act.ts'
import { treatyWords } from '../messages.ts'
import { statesOf } from '../view.ts'

/** What a state did, typed in by a person with where it can be read. */
export function NoteForm({
  visit,
  treaty,
  refused,
}: {
  readonly visit: Visit
  readonly treaty: Treaty
  readonly refused: Refused | null
}) {
  const { language } = visit
  const w = treatyWords(language)
  const shared = (name: string) => ({
    id: name,
    name,
    value: refused?.typed(name) ?? visit.url.searchParams.get(name) ?? '',
    error: refused?.errors[name],
  })
  return (
    <Details summary={w('note')} open={refused !== null || visit.url.searchParams.has('polity')}>
      <p>{w('note_hint')}</p>
      <Form action={treatyAddress(treaty.id)} csrf={visit.session?.formToken ?? ''} confirmLeave>
        <Select
          {...shared('polity')}
          label={w('state')}
          empty={w('choose_state')}
          options={statesOf(null, language).map(({ code }) => ({
            value: code,
            label: polityName(code, language),
          }))}
        />
        <Select
          {...shared('act')}
          label={w('act')}
          empty={w('choose_act')}
          options={actKinds.map((value) => ({ value, label: label(actLabels[value], language) }))}
        />
        <TextInput
          {...shared('done_on')}
          label={w('done_on')}
          hint={w('done_on_hint')}
          short
          maxLength={10}
        />
        <TextInput
          {...shared('article')}
          label={w('article')}
          hint={w('article_hint')}
          mark={w('optional')}
          short
          maxLength={40}
        />
        <TextArea {...shared('text')} label={w('text')} mark={w('optional')} maxLength={20_000} />
        <TextInput {...shared('source')} label={w('note_source')} maxLength={500} />
        <p>
          <Button>{w('save')}</Button>
        </p>
      </Form>
    </Details>
  )
}
