import { fourEyes } from '#platform/approvals'
import { isPicture } from '#platform/evidence'
import { type Visit, download, redirect, route } from '#platform/http'
import { isLanguage, label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import { type Reference, type Tx, type ValueClass, readRecord, valuesOf } from '#platform/records'
import {
  Button,
  Checkboxes,
  Form,
  FormActions,
  FormErrors,
  FormSection,
  LinkButton,
  Notice,
  Select,
  Table,
  TextArea,
  TextInput,
} from '#web/components'
import { classLabel } from '#web/records'
import { workspacePage } from '#web/workspace'
import { dayInWords } from '../../day.ts'
import { askForBundle, makeBundle } from '../actions/make-bundle.ts'
import { type Words, words } from '../messages.ts'
import { type PortionRecord, calledIn, factsOf, filesOf, isWritten, localNames, shape } from '../portion.ts'
import {
  type Asked,
  type Selection,
  againstWords,
  mayGo,
  projectCase,
  readReferable,
} from '../project-case.ts'
import { listPartners } from '../queries/partners.ts'
import { RecipientKey } from './partner-page.tsx'
import { PortionView } from './portion-view.tsx'

const pathOf = (caseId: string): string => `/workspace/case/${caseId}/refer`

/** What a form of a referral says. */
function selectionOf(visit: Visit): Selection {
  const { form, params, language } = visit
  const chosen = form.get('language')
  const many = (name: string) => [...new Set(form.all(name))].sort()
  return {
    caseId: params['id'] ?? '',
    partnerId: form.get('partner'),
    purpose: form.get('purpose').trim().slice(0, 2_000),
    until: form.get('until').trim(),
    language: isLanguage(chosen) ? chosen : language,
    records: many('record'),
    texts: many('text'),
    files: many('file'),
  }
}

/** What stands against, or null; words of what is lacking. */
function lackWords({ consent }: Asked, language: Visit['language'], w: Words): string {
  if (consent.granted)
    return w('is_agreed', { until: consent.lastDay ? dayInWords(consent.lastDay, language) : w('no_end') })
  return consent.lack === 'none' ? w('lack_none') : w('lack_other', { why: w(`lack_${consent.lack}`) })
}

async function choosePage(visit: Visit, tx: Tx, given: Selection, problem?: Problem): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const referable = await readReferable(tx, given.caseId, given.partnerId)
  const { record, partner, asked, against, candidates, classes, partOf } = referable
  const errors = (problem?.fields ?? []).map(({ field, message }) => ({
    field,
    message: label(message, language),
  }))
  const errorOf = (name: string) => errors.find(({ field }) => field === name)?.message
  const locals = localNames(candidates)
  const shown = candidates.map((one) => {
    const agreed = classes.get(one.id) ?? new Set<ValueClass>()
    return shape(
      tx,
      one,
      locals,
      (field, of) =>
        mayGo(tx, field, agreed) && (of === null || !isWritten(field)) && !field.targets?.includes('source'),
    )
  })
  const portion = { records: shown }
  const facts = shown.map((one) => ({ one, facts: factsOf(tx, portion, one, language) }))
  const over = (one: PortionRecord): readonly PortionRecord[] =>
    (partOf.get(one.recordId) ?? []).flatMap((id) => shown.find(({ recordId }) => recordId === id) ?? [])
  /** A part after what it is a part of. */
  const placedIn = (one: PortionRecord): string =>
    [...over(one), one].map((each) => calledIn(tx, each, language)).join(' › ')
  /** Whether a field only says to what a record belongs, which its name has said. */
  const leadsUp = (one: PortionRecord, field: string): boolean => {
    const locals = ['case', ...over(one).map(({ local }) => local)]
    return (valuesOf(one.values[field]) as readonly Partial<Reference>[]).some(
      (value) => typeof value === 'object' && value !== null && locals.includes(value.to ?? ''),
    )
  }
  const first = new Set(asked.filter((one) => one.atRisk).map(({ person }) => person.id))
  const attached = (await filesOf(tx, visit.house.files, candidates)).filter(
    (one) =>
      classes.get(one.recordId)?.has(one.class) && (!isPicture(one.file.mediaType) || referable.pictures),
  )
  return workspacePage(visit, {
    title: w('refer'),
    lede: w('refer_lede'),
    ...(problem && { status: problem.status }),
    breadcrumbs: crumbs(record.id, record.title, w),
    fictitious: record.fictitious,
    notices: (
      <>
        <FormErrors
          title={w('errors')}
          errors={errors.map(({ field, message }) => ({ fieldId: `refer-${field}`, message }))}
        />
        {against ? <Notice kind="danger">{againstWords[against][language]}</Notice> : null}
      </>
    ),
    children: (
      <>
        <Table
          caption={`${w('agreed')} · ${partner.name}`}
          columns={[
            { key: 'person', label: w('person'), heading: true },
            { key: 'agreed', label: w('agreed') },
            { key: 'classes', label: w('classes') },
            { key: 'pictures', label: w('pictures') },
          ]}
          rows={asked.map((one) => ({
            key: one.person.id,
            cells: {
              person: <a href={`/workspace/record/${one.person.id}`}>{one.person.title}</a>,
              agreed: lackWords(one, language, w),
              classes: one.consent.granted
                ? [...one.consent.classes]
                    .filter((cls) => cls !== 'open')
                    .map((cls) => label(classLabel[cls], language))
                    .join(', ') || w('classes_none')
                : '',
              pictures: one.consent.granted ? w(one.consent.pictures ? 'yes' : 'no') : '',
            },
          }))}
        />
        {against ? null : (
          <Form action={pathOf(record.id)} csrf={visit.session?.formToken ?? ''}>
            <input type="hidden" name="partner" value={partner.id} />
            <FormSection title={w('terms')}>
              <TextArea
                id="refer-purpose"
                name="purpose"
                rows={2}
                label={w('purpose')}
                hint={w('purpose_hint')}
                value={given.purpose}
                error={errorOf('purpose')}
                maxLength={2000}
              />
              <TextInput
                id="refer-until"
                name="until"
                label={w('until')}
                hint={w('until_hint')}
                value={given.until || (referable.lastDay ?? '')}
                error={errorOf('until')}
                short
                maxLength={10}
                autoComplete="off"
              />
            </FormSection>
            <FormSection title={w('records')} hint={w('records_hint')}>
              <Checkboxes
                id="refer-record"
                name="record"
                label={w('records')}
                labelHidden
                error={errorOf('record')}
                values={given.records}
                options={facts.flatMap(({ one, facts: known }) =>
                  one.local === 'case' || first.has(one.recordId)
                    ? []
                    : [
                        {
                          value: one.recordId,
                          label: placedIn(one),
                          hint: known
                            .filter((fact) => !fact.written && !leadsUp(one, fact.field))
                            .map((fact) => `${fact.label}: ${fact.value}`)
                            .join(' · '),
                        },
                      ],
                )}
              />
            </FormSection>
            <FormSection title={w('texts')} hint={w('texts_hint')}>
              <Checkboxes
                id="refer-text"
                name="text"
                label={w('texts')}
                labelHidden
                values={given.texts}
                options={facts.flatMap(({ one, facts: known }) =>
                  known
                    .filter((fact) => fact.written)
                    .map((fact) => ({
                      value: `${one.recordId}.${fact.field}`,
                      label: `${placedIn(one)}: ${fact.label}`,
                      hint: fact.value,
                    })),
                )}
              />
            </FormSection>
            {attached.length > 0 ? (
              <FormSection title={w('files')} hint={w('files_hint')}>
                <Checkboxes
                  id="refer-file"
                  name="file"
                  label={w('files')}
                  labelHidden
                  values={given.files}
                  options={attached.map((one) => ({
                    value: one.id,
                    label: one.file.name,
                    ...(one.caption && { hint: one.caption }),
                  }))}
                />
              </FormSection>
            ) : null}
            <FormActions>
              <Button kind="primary">{w('preview')}</Button>
              <LinkButton href={`/workspace/case/${record.id}`}>{record.title}</LinkButton>
            </FormActions>
          </Form>
        )}
      </>
    ),
  })
}

const crumbs = (id: string, title: string, w: Words) => [
  { href: '/workspace/bundles', label: w('bundles') },
  { href: `/workspace/case/${id}`, label: title },
]

function Hidden({ given }: { readonly given: Selection }) {
  const all: readonly (readonly [string, string])[] = [
    ['partner', given.partnerId],
    ['purpose', given.purpose],
    ['until', given.until],
    ['language', given.language],
    ...given.records.map((one) => ['record', one] as const),
    ...given.texts.map((one) => ['text', one] as const),
    ...given.files.map((one) => ['file', one] as const),
  ]
  return all.map(([name, value]) => <input key={`${name}.${value}`} type="hidden" {...{ name, value }} />)
}

async function previewPage(visit: Visit, tx: Tx, given: Selection): Promise<Response> {
  const { language } = visit
  const w = words(language)
  const referred = await projectCase(tx, visit.house.files, given)
  const { record, partner } = referred.referable
  const seconds = await fourEyes(tx)
  return workspacePage(visit, {
    title: w('preview_title'),
    lede: w('preview_lede', { partner: partner.name, until: dayInWords(given.until, language) }),
    breadcrumbs: crumbs(record.id, record.title, w),
    fictitious: record.fictitious,
    children: (
      <>
        <RecipientKey {...{ partner, language, w }} />
        <PortionView {...{ tx, language, w }} portion={referred} />
        <Form action={pathOf(record.id)} csrf={visit.session?.formToken ?? ''}>
          <Hidden given={given} />
          {seconds ? (
            <TextArea id="refer-reason" name="reason" rows={2} label={w('reason')} maxLength={2000} />
          ) : (
            <Notice kind="warning">{w('alone')}</Notice>
          )}
          <FormActions>
            <Button kind="primary" name="do" value="ask">
              {w(seconds ? 'ask' : 'make_alone')}
            </Button>
            <Button name="do" value="change">
              {w('change')}
            </Button>
          </FormActions>
        </Form>
      </>
    ),
  })
}

async function partnersPage(visit: Visit, tx: Tx): Promise<Response> {
  const w = words(visit.language)
  const partners = (await listPartners(tx)).filter(({ recipient }) => recipient !== null)
  const { id, type } = await readRecord(tx, visit.params['id'] ?? '')
  if (type !== 'case') throw new Problem('not_found')
  return workspacePage(visit, {
    title: w('refer'),
    lede: w('refer_lede'),
    breadcrumbs: [
      { href: '/workspace/bundles', label: w('bundles') },
      { href: `/workspace/case/${id}`, label: w('case') },
    ],
    children:
      partners.length === 0 ? (
        <Notice>
          <p>
            {w('no_recipient')} <a href="/workspace/bundles#add">{w('partners')}</a>
          </p>
        </Notice>
      ) : (
        <form method="get" action={pathOf(id)}>
          <Select
            id="partner"
            name="partner"
            label={w('choose_partner')}
            empty={w('choose')}
            options={partners.map((one) => ({ value: one.id, label: one.name }))}
          />
          <FormActions>
            <Button kind="primary">{w('go_on')}</Button>
          </FormActions>
        </form>
      ),
  })
}

/** Handing a case over: to whom, what, exactly this; then a second person. */
export const referRoutes = [
  route({
    method: 'get',
    path: '/workspace/case/:id/refer',
    may: 'export',
    handle: (visit) =>
      visit.within(async (tx) => {
        const partnerId = visit.url.searchParams.get('partner') ?? ''
        const given = { ...selectionOf(visit), partnerId }
        return partnerId ? choosePage(visit, tx, given) : partnersPage(visit, tx)
      }),
  }),
  route({
    method: 'post',
    path: '/workspace/case/:id/refer',
    may: 'export',
    bodyLimit: 2_000_000,
    handle: async (visit) => {
      const given = selectionOf(visit)
      const doing = visit.form.get('do')
      try {
        if (doing === 'change') return await visit.within((tx) => choosePage(visit, tx, given))
        if (doing !== 'ask') return await visit.within((tx) => previewPage(visit, tx, given))
        const made = await visit.within(async (tx) =>
          (await fourEyes(tx))
            ? askForBundle(tx, visit.house.files, given, visit.form.get('reason').trim().slice(0, 2_000))
            : makeBundle(tx, visit.house, given),
        )
        return typeof made === 'string'
          ? redirect(`/workspace/approvals/${made}`)
          : download(new Uint8Array(made.bytes), made.name, 'application/octet-stream')
      } catch (error) {
        if (!(error instanceof Problem) || error.kind !== 'invalid') throw error
        return visit.within((tx) => choosePage(visit, tx, given, error))
      }
    },
  }),
]
