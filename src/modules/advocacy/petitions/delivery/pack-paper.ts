import anyAscii from 'any-ascii'
import { countryName } from '#catalogue/countries'
import type { Block, PaperDocument } from '#platform/documents'
import { type Language, label } from '#platform/i18n'
import { type RecordView, type Tx, valuesOf } from '#platform/records'
import { petitionWords } from '../messages.ts'
import { nameInWords } from '../signer.ts'
import { type Delivered, leastShown, shownCount, shownCountries } from './read-signatories.ts'

/** Names that are set one by one in the PDF; the list is whole in the table beside it. */
export const namesOnPaper = 4_000

const covered =
  /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}\p{Script=Inherited}]*$/u

/** A name in letters that the PDF can set; one that is written otherwise stands as it is in the table. */
export const onPaper = (name: string, plain = false): string =>
  plain || !covered.test(name) ? anyAscii(name) : name

/** What the paper is made of. */
export interface PackPaper {
  readonly tx: Pick<Tx, 'schema'>
  readonly petition: RecordView
  readonly language: Language
  readonly date: string
  readonly sender: string
  readonly addressee: RecordView | null
  readonly delivered: Delivered
  /** The list of names that lies beside it. */
  readonly list: { readonly sha256: string; readonly size: number }
  /** All names in plain letters: a sign was among them that no font has. */
  readonly plain?: boolean
}

/** The petition on paper: its text, how many signed and from where, and the names that may be handed over. */
export function packPaper(given: PackPaper): PaperDocument {
  const { tx, petition, language, date, sender, addressee, delivered, list, plain } = given
  const w = petitionWords(language)
  const texts = (field: string) => (petition.values[field] ?? {}) as Readonly<Record<string, string>>
  const textLanguage = texts('text')[language] ? language : (Object.keys(texts('text'))[0] ?? language)
  const heading = texts('heading')[textLanguage] ?? Object.values(texts('heading'))[0] ?? petition.title
  const states = valuesOf(petition.values['states']).map(String)
  const { told, others } = shownCountries(delivered, states)
  const number = (value: number) => value.toLocaleString(language)
  const ofState = shownCount(delivered.ofState)
  const ask = addressee
    ? tx.schema.vocabularies.get('petition_asks')?.byCode.get(String(addressee.values['ask']))?.label
    : undefined
  const askWords = addressee
    ? ((addressee.values['ask_words'] ?? {}) as Readonly<Record<string, string>>)
    : {}
  const names = delivered.signatories
  const body: Block[] = [
    ...(texts('text')[textLanguage] ?? '')
      .split(/\n\s*\n/)
      .map((text) => text.trim())
      .filter(Boolean)
      .map((text): Block => ({ kind: 'paragraph', text })),
    ...(ask
      ? [
          { kind: 'heading', level: 1, text: w('pack_asked') } as const,
          {
            kind: 'paragraph',
            text: [label(ask, language), askWords[language] ?? Object.values(askWords)[0] ?? '']
              .filter(Boolean)
              .join(': '),
          } as const,
        ]
      : []),
    { kind: 'heading', level: 1, text: w('pack_numbers') },
    {
      kind: 'facts',
      facts: [
        { label: w('signatures'), value: number(delivered.signatures) },
        ...(delivered.organisations > 0
          ? [{ label: w('of_organisations'), value: number(delivered.organisations) }]
          : []),
        { label: w('pack_named'), value: number(names.length) },
        ...(states.length > 0 && delivered.ofState > 0
          ? [
              {
                label: w('pack_of_state'),
                value: ofState === null ? w('fewer_than', { count: leastShown }) : number(ofState),
              },
            ]
          : []),
        { label: w('pack_as_of'), value: longDay(date, language) },
      ],
    },
    ...(told.length > 0
      ? [
          {
            kind: 'table',
            caption: w('by_country'),
            columns: [{ label: w('country_column') }, { label: w('signatures'), align: 'end' }],
            rows: [
              ...told.map(({ country, count }) => [countryName(country, language) ?? country, number(count)]),
              ...(others > 0 ? [[w('other_countries'), number(others)]] : []),
            ],
          } as const,
        ]
      : []),
    ...(names.length > 0 && names.length <= namesOnPaper
      ? [
          { kind: 'heading', level: 1, text: w('names') } as const,
          {
            kind: 'list',
            items: names.map(({ name, country }) => ({
              text: [
                onPaper(nameInWords(name), plain),
                country && !states.includes(country) ? (countryName(country, language) ?? '') : '',
              ]
                .filter(Boolean)
                .join(', '),
            })),
          } as const,
        ]
      : names.length > 0
        ? [{ kind: 'paragraph', text: w('pack_list_beside') } as const]
        : []),
    { kind: 'heading', level: 1, text: w('pack_method') },
    { kind: 'paragraph', text: w('pack_method_words') },
    {
      kind: 'annexes',
      annexes: [{ title: w('pack_list'), fileName: 'signatories.csv', sha256: list.sha256, size: list.size }],
    },
  ]
  return {
    form: 'report',
    title: heading,
    language: textLanguage,
    date,
    sender: { name: sender },
    ...(addressee && {
      subtitle: [w('pack_to'), addressee.title].join(' '),
    }),
    ...(petition.fictitious && { stamp: w('fictitious') }),
    body,
  }
}

const longDay = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T12:00:00Z`),
  )
