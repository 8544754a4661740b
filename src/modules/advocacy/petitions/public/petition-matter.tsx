import type { PublicSite } from '#platform/house'
import { formatMoment } from '#platform/dates'
import { type Language, label } from '#platform/i18n'
import { fold } from '#platform/records'
import { LinkButton, Notice, Prose, Section, Table, Tag } from '#web/components'
import { type PetitionWords, petitionWords } from '../messages.ts'
import type { PetitionLive } from '../queries/read-live.ts'
import { isResponse, responseLabels } from '../words-of-petitions.ts'
import { type PetitionData, type PublicAddressee, isForAll, termsIn, textIn } from './petition-data.ts'

/** What a petition's page shows, on the site and behind a closed link. */
export interface MatterProps {
  readonly data: PetitionData
  readonly live: PetitionLive | null
  readonly language: Language
  /** Where one signs; null where nobody can, here or now. */
  readonly signAt: string | null
  /** Where all names stand; null where they are all here. */
  readonly namesAt: string | null
  /** Behind the closed link of a letter. */
  readonly invited?: boolean
}

/** The petition: what came of it, how many, how to sign, the text, to whom, and who gave their name for it. */
export function PetitionMatter({ data, live, language, signAt, namesAt, invited = false }: MatterProps) {
  const w = petitionWords(language)
  const text = textIn(data.text, language)
  const outcome = textIn(data.outcome, language)
  return (
    <>
      {outcome ? (
        <Notice kind="success" title={w('outcome')}>
          <Paragraphs {...outcome} />
        </Notice>
      ) : null}
      {live ? <Numbers {...{ data, live, language, w }} /> : null}
      {signAt ? (
        <p>
          <LinkButton href={signAt} kind="primary">
            {w('sign')}
          </LinkButton>
        </p>
      ) : null}
      <Deadline {...{ data, live, language, invited, w }} />
      {data.states?.length ? (
        <p>
          {w('addressed_states')} <bdi>{termsIn(data.states, language)}</bdi>
        </p>
      ) : null}
      {text ? (
        <Prose lang={text.language}>
          <Paragraphs {...text} />
        </Prose>
      ) : (
        <Notice>{w('text_missing')}</Notice>
      )}
      {data.addressees?.length ? (
        <Section title={w('addressees')} id="addressees">
          <Addressees addressees={data.addressees} {...{ language, w }} />
        </Section>
      ) : null}
      {live ? <Names {...{ live, namesAt, w }} /> : null}
    </>
  )
}

/** Paragraphs, divided by an empty line. */
export function Paragraphs({ text, language }: { readonly text: string; readonly language: string }) {
  return text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs have no other identity
      <p key={i} lang={language} dir="auto">
        {paragraph}
      </p>
    ))
}

interface Part {
  readonly data: PetitionData
  readonly live: PetitionLive
  readonly language: Language
  readonly w: PetitionWords
}

/** `74 signatures, of 500 hoped for`. */
function Numbers({ data, live, language, w }: Part) {
  const number = (value: number) => value.toLocaleString(language)
  return (
    <>
      <p className="lede">
        <strong>{w('signed_count', { count: live.signatures })}</strong>
        {data.target ? ` ${w('of_target', { target: number(data.target) })}` : ''}
      </p>
      {live.organisations > 0 && live.organisations < live.signatures ? (
        <p>{w('organisations_among', { count: live.organisations })}</p>
      ) : null}
    </>
  )
}

function Deadline({
  data,
  live,
  language,
  invited,
  w,
}: Omit<Part, 'live'> & { readonly live: PetitionLive | null; readonly invited: boolean }) {
  // What was signed behind a closed link is shown here when that is over.
  if (!invited && !isForAll(data)) return null
  const { opens, closes } = data
  if (live?.stage === 'before' && opens)
    return <p>{w('opens_at', { when: formatMoment(opens.said, language) })}</p>
  if (!closes) return <Notice>{w('not_open')}</Notice>
  const when = formatMoment(closes.said, language)
  return <p>{w(live?.stage === 'closed' ? 'closed_at' : 'closes_at', { when })}</p>
}

/** The state of an addressee, unless its name says it: `, Oscania`. */
export function stateBeside(name: string, state: string): string {
  const bare = state.replace(/ \(.*\)$/, '')
  return bare === '' || fold(name).includes(fold(bare)) ? '' : `, ${bare}`
}

function Addressees(props: {
  readonly addressees: readonly PublicAddressee[]
  readonly language: Language
  readonly w: PetitionWords
}) {
  const { addressees, language, w } = props
  const day = (text: string | undefined) =>
    text
      ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
          new Date(`${text}T12:00:00Z`),
        )
      : ''
  return (
    <Table
      caption={w('addressees')}
      captionHidden
      columns={[
        { key: 'name', label: w('addressee'), heading: true },
        { key: 'ask', label: w('ask') },
        { key: 'response', label: w('response') },
      ]}
      rows={addressees.map((one) => {
        const words = textIn(one.askWords, language)
        const answer = textIn(one.answer, language)
        return {
          key: one.code,
          cells: {
            name: (
              <>
                {one.name}
                {stateBeside(one.name, one.state ? label(one.state.label, language) : '')}
              </>
            ),
            ask: (
              <div>
                {one.ask && !(one.ask.code === 'other' && words) ? label(one.ask.label, language) : ''}
                {words ? (
                  <div lang={words.language} dir="auto">
                    {words.text}
                  </div>
                ) : null}
              </div>
            ),
            response: (
              <div>
                <Tag>{isResponse(one.response) ? label(responseLabels[one.response], language) : ''}</Tag>{' '}
                {day(one.on)}
                {answer ? (
                  <div lang={answer.language} dir="auto">
                    {answer.text}
                  </div>
                ) : null}
              </div>
            ),
          },
        }
      })}
    />
  )
}

/** Names as they were given for the public; the rest, and who gave none, as a number. */
function Names(props: {
  readonly live: PetitionLive
  readonly namesAt: string | null
  readonly w: PetitionWords
}) {
  const { live, namesAt, w } = props
  const { shownOrganisations, shownPeople, names, signatures } = live
  const here = shownOrganisations.length + shownPeople.length
  if (names === 0) return null
  return (
    <Section title={w('names')} id="names">
      {shownOrganisations.length > 0 ? (
        <NameList names={shownOrganisations} label={w('organisations')} />
      ) : null}
      {shownPeople.length > 0 ? <NameList names={shownPeople} label={w('people')} inline /> : null}
      {names > here && namesAt ? (
        <p>
          <a href={namesAt}>{w('names_all', { count: names })}</a>
        </p>
      ) : null}
      {signatures > names ? <p className="quiet">{w('names_rest', { count: signatures - names })}</p> : null}
    </Section>
  )
}

/** A list of names in any script. */
export function NameList(props: {
  readonly names: readonly string[]
  readonly label: string
  readonly inline?: boolean
}) {
  const { names, label: title, inline } = props
  return (
    <>
      <h3>{title}</h3>
      {inline ? (
        <p>
          {names.map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two people may have the same initials
            <span key={i}>
              {i > 0 ? ' · ' : ''}
              <bdi>{name}</bdi>
            </span>
          ))}
        </p>
      ) : (
        <ul className="list">
          {names.map((name, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may have the same name
            <li key={i}>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** For another site: what it is, how many, and the way to sign, which opens a page of ours. Nothing else is fetched. */
export function PetitionEmbed(props: {
  readonly data: PetitionData
  readonly live: PetitionLive | null
  readonly language: Language
  readonly site: PublicSite
  readonly slug: string
}) {
  const { data, live, language, site, slug } = props
  const w = petitionWords(language)
  const open = isForAll(data) && live?.stage === 'open'
  return (
    <>
      {live ? <Numbers {...{ data, live, language, w }} /> : null}
      {open ? (
        <p>
          <a
            className="button primary"
            href={site.href(`/petitions/${slug}/sign`)}
            target="_blank"
            rel="noopener"
          >
            {w('sign')}
          </a>
        </p>
      ) : null}
    </>
  )
}
