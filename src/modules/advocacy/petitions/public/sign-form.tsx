import { countries, fictionalStates } from '#catalogue/countries'
import type { Language } from '#platform/i18n'
import {
  Button,
  Checkboxes,
  FormActions,
  FormErrors,
  Notice,
  Radios,
  Select,
  TextInput,
} from '#web/components'
import { petitionWords } from '../messages.ts'
import { type SignerFault, type SignerGiven, allowedPublicNames } from '../signer.ts'
import { type PetitionData, termsIn } from './petition-data.ts'

/** Why the form is shown again. `paced`: too many from one place. */
export type FormTrouble = 'quick' | 'old' | 'paced'

/** The form, empty or as it was filled in. */
export interface SignFormProps {
  readonly action: string
  readonly token: string
  readonly data: PetitionData
  readonly language: Language
  /** Behind a closed link organisations sign too. */
  readonly letter: boolean
  readonly given: SignerGiven
  readonly faults: readonly SignerFault[]
  readonly trouble: FormTrouble | null
  readonly way: 'site' | 'embed' | 'link'
}

/** Nothing filled in: the public sees the number alone, and nothing is handed over, unless somebody says so. */
export const emptySigner = (letter: boolean): SignerGiven => ({
  signer: letter ? 'organisation' : 'person',
  ...{ name: '', organisation: '', role: '', address: '', country: '' },
  ...{ ofState: false, publicName: 'none', deliver: false, news: false },
})

/** Countries that may be chosen: of a made-up petition also the made-up states. */
export function countriesFor(
  data: PetitionData,
): readonly { readonly code: string; readonly name: Record<Language, string> }[] {
  const all = countries.map(({ code, name }) => ({ code, name: { en: name.en, es: name.es, ca: name.ca } }))
  return data.fictitious ? [...fictionalStates.map(({ code, name }) => ({ code, name })), ...all] : all
}

/** One page, one form, no script; what is not ticked is not done. */
export function SignForm(props: SignFormProps) {
  const { action, token, data, language, letter, given, faults, trouble, way } = props
  const w = petitionWords(language)
  const errorOf = (fault: SignerFault) => (faults.includes(fault) ? w(`fault_${fault}`) : undefined)
  const states = termsIn(data.states, language)
  const { compare } = new Intl.Collator(language)
  const options = countriesFor(data)
    .map(({ code, name }) => ({ value: code, label: name[language] }))
    .sort((a, b) => compare(a.label, b.label))
  return (
    <>
      <FormErrors
        title={w('errors')}
        errors={faults.map((fault) => ({ fieldId: fault, message: w(`fault_${fault}`) }))}
      />
      {trouble ? <Notice kind="warning">{w(`trouble_${trouble}`)}</Notice> : null}
      <form method="post" action={action} noValidate>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="way" value={way} />
        {letter ? (
          <>
            <Radios
              id="signer"
              name="signer"
              label={w('who_signs')}
              options={[
                { value: 'organisation', label: w('as_organisation') },
                { value: 'person', label: w('as_person') },
              ]}
              value={given.signer}
            />
            <TextInput
              id="organisation"
              name="organisation"
              label={w('organisation')}
              hint={w('organisation_hint')}
              value={given.organisation}
              autoComplete="organization"
              maxLength={120}
              error={errorOf('organisation')}
            />
          </>
        ) : null}
        <TextInput
          id="name"
          name="name"
          label={w(letter ? 'your_name_letter' : 'your_name')}
          value={given.name}
          autoComplete="name"
          maxLength={120}
          error={errorOf('name')}
        />
        {letter ? (
          <TextInput
            id="role"
            name="role"
            label={w('role')}
            value={given.role}
            autoComplete="organization-title"
            maxLength={120}
          />
        ) : null}
        <TextInput
          id="address"
          name="address"
          type="email"
          label={w('address')}
          hint={w('address_hint')}
          value={given.address}
          autoComplete="email"
          maxLength={254}
          error={errorOf('address')}
        />
        <Select
          id="country"
          name="country"
          label={w(letter ? 'country_letter' : 'country')}
          hint={w('country_hint')}
          empty={w('country_unsaid')}
          options={options}
          value={given.country}
          error={errorOf('country')}
        />
        {states ? (
          <Checkboxes
            id="of_state"
            name="of_state"
            label={w('of_state')}
            options={[
              {
                value: 'yes',
                label: w(letter ? 'of_state_letter' : 'of_state_yes', { states }),
                hint: w('of_state_hint'),
              },
            ]}
            values={given.ofState ? ['yes'] : []}
          />
        ) : null}
        <Radios
          id="public_name"
          name="public_name"
          label={w('public_name')}
          options={(letter
            ? (['none', 'full', 'who', 'initials'] as const)
            : allowedPublicNames('person')
          ).map((one) => ({
            value: one,
            label: w(letter ? `public_letter_${one}` : `public_${one}`),
          }))}
          value={given.publicName}
        />
        <Checkboxes
          id="deliver"
          name="deliver"
          label={w('deliver')}
          options={[{ value: 'yes', label: w('deliver_yes'), hint: w('deliver_hint') }]}
          values={given.deliver ? ['yes'] : []}
        />
        <Checkboxes
          id="news"
          name="news"
          label={w('news')}
          options={[{ value: 'yes', label: w('news_yes'), hint: w('news_hint') }]}
          values={given.news ? ['yes'] : []}
        />
        <div className="hidden" aria-hidden="true">
          <label htmlFor="homepage">{w('leave_empty')}</label>
          <input id="homepage" name="homepage" tabIndex={-1} autoComplete="off" />
        </div>
        <FormActions>
          <Button kind="primary">{w('sign_now')}</Button>
        </FormActions>
        <p className="quiet">{w('what_is_kept')}</p>
      </form>
    </>
  )
}

/** A title in the language of the page, with the language it is in where that is another. */
export const titleIn = (data: PetitionData, language: Language): string =>
  data.heading?.[language] ?? Object.values(data.heading ?? {})[0] ?? ''
