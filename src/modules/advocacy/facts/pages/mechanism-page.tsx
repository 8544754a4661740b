import {
  type KnownMechanism,
  type PlacedFact,
  factsOf,
  knownMechanism,
  noteAnswer,
  noteFactCheck,
  noteRuleCheck,
  withdrawCheckOf,
} from '#catalogue/checks'
import {
  type Rule,
  anchors,
  catalogue,
  fieldOf,
  isRuleChecked,
  kindLabels,
  roleLabels,
} from '#catalogue/mechanisms'
import { can } from '#platform/access'
import { termUnits } from '#platform/deadlines'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Tx } from '#platform/records'
import { FactList, FormErrors, Notice, Section, Tag } from '#web/components'
import { type Refused, attempt, errorList, workspacePage } from '#web/workspace'
import { dayInWords } from '../../day-in-words.ts'
import { mechanismAddress, mechanismsAddress } from '../addresses.ts'
import { type FactWords, factWords } from '../messages.ts'
import { systemInWords, urgencyLabels } from '../system-words.ts'
import { AnswerForm, FactCheckForm, RuleCheckForm, controlId } from './check-forms.tsx'
import { FactOrigin, FactTag, History } from './fact-parts.tsx'

/** Which form came back. */
interface Again extends Refused {
  readonly place: string
}

interface Part {
  readonly visit: Visit
  readonly tx: Tx
  readonly known: KnownMechanism
  readonly administers: boolean
  readonly refused: Again | null
  readonly w: FactWords
}

const refusedAt = (refused: Again | null, place: string): Refused | null =>
  refused?.place === place ? refused : null

async function screen(visit: Visit, tx: Tx, refused: Again | null): Promise<Response> {
  const { language, params, url } = visit
  const w = factWords(language)
  const known = await knownMechanism(tx, params['id'] ?? '')
  if (!known) throw new Problem('not_found')
  const { mechanism } = known
  const part: Part = { visit, tx, known, administers: can(tx.actor, 'administer'), refused, w }
  const groups = Map.groupBy(factsOf(mechanism), ({ place }) => place.split('.')[0] ?? place)
  const alone = [...groups.values()]
    .filter((list) => list.length === 1 && !list[0]?.place.includes('.'))
    .flat()
  const listed = [...groups].filter(([, list]) => list[0]?.place.includes('.'))
  return workspacePage(visit, {
    title: mechanism.name[language],
    lede: w('in_english'),
    status: refused ? 422 : 200,
    breadcrumbs: [{ href: mechanismsAddress, label: w('list_title') }],
    notices: (
      <>
        {url.searchParams.has('saved') ? <Notice kind="success">{w('saved')}</Notice> : null}
        <FormErrors
          title={w('errors')}
          errors={errorList(refused, refused ? controlId(refused.place, '') : '')}
        />
      </>
    ),
    children: (
      <>
        <FactList
          facts={[
            { label: w('body'), value: mechanism.body[language] ?? mechanism.body.en ?? '' },
            { label: w('system'), value: systemInWords(mechanism.system, language) },
            { label: w('urgency'), value: label(urgencyLabels[mechanism.urgency], language) },
            {
              label: w('as_of', { day: '' }).replace(/[.\s]+$/, ''),
              value: dayInWords(catalogue.asOf, language),
            },
          ]}
        />
        <Verify {...part} />
        <Section id="rules" title={w('rules')}>
          {mechanism.timeLimits.length === 0 ? <p className="quiet">{w('rules_none')}</p> : null}
          {mechanism.timeLimits.map((rule) => (
            <RulePart key={rule.id} {...part} rule={rule} />
          ))}
        </Section>
        {listed.map(([group, list]) => (
          <Section key={group} id={group} title={w(`place_${group}` as Parameters<FactWords>[0])}>
            {list.map((placed) => (
              <FactPart key={placed.place} {...part} placed={placed} />
            ))}
          </Section>
        ))}
        <Section id="about" title={w('about')}>
          {alone.map((placed) => (
            <FactPart
              key={placed.place}
              {...part}
              placed={placed}
              title={w(`place_${placed.place}` as Parameters<FactWords>[0])}
            />
          ))}
        </Section>
        <Asked {...part} />
        <History entries={known.history} {...{ language, w }} />
      </>
    ),
  })
}

/** A rule's figure and event in words. */
export function figureOf(rule: Rule, w: FactWords, language: Visit['language']): string {
  const known = anchors[rule.anchor]
  const event = known ? label(known, language) : rule.anchor
  if (/^\d\d-\d\d$/.test(rule.unit)) return w('yearly', { day: rule.unit, event })
  const unit = termUnits.find((one) => one === rule.unit)
  if (rule.amount === null || !unit) return w('no_figure', { event })
  const span = w(`unit_${unit}`, { count: rule.amount })
  return w(rule.direction.value ?? 'no_direction', { span, event })
}

function RulePart({ visit, tx, known, administers, refused, w, rule }: Part & { readonly rule: Rule }) {
  const { language } = visit
  return (
    <article className="flow" id={`rule-${rule.id}`}>
      <h3>
        {figureOf(rule, w, language)}{' '}
        <Tag>{w(rule.check ? 'checked_here' : isRuleChecked(rule) ? 'found' : 'unchecked')}</Tag>
      </h3>
      <p lang="en">{rule.text}</p>
      <p className="quiet">
        {[
          label(roleLabels[rule.role], language),
          rule.kind.value === null ? '' : label(kindLabels[rule.kind.value], language),
          w(rule.hard ? 'hard_yes' : 'hard_no'),
          rule.zone.value ?? '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <FactOrigin fact={rule} lookedUp={rule.check} {...{ language, w }} />
      {known.outdated.has(rule.id) ? <Notice kind="warning">{w('outdated')}</Notice> : null}
      {administers ? (
        <RuleCheckForm
          {...{ visit, tx, rule }}
          action={mechanismAddress(known.mechanism.id)}
          place={rule.id}
          refused={refusedAt(refused, rule.id)}
        />
      ) : null}
    </article>
  )
}

function FactPart(props: Part & { readonly placed: PlacedFact; readonly title?: string }) {
  const { visit, tx, known, administers, refused, w, placed, title } = props
  const { language } = visit
  const { fact, place, codes } = placed
  const limit = 'max' in fact
  const condition = place.startsWith('admissibility.')
    ? known.mechanism.admissibility[Number(place.split('.')[1])]
    : undefined
  return (
    <article className="flow" id={controlId(place, 'fact')}>
      {title ? <h3>{title}</h3> : null}
      <p>
        <span lang="en">
          {codes
            ? codes.join(', ')
            : limit
              ? `${fact.what ?? ''}: ${fact.max === null || fact.max === undefined ? w('no_limit') : w('figure_limit', { max: String(fact.max), unit: fact.unit ?? '' })}`
              : (fact.text ?? '')}
        </span>{' '}
        <FactTag {...{ fact, w }} checkedHere={fact.lookedUp !== undefined} />{' '}
        {condition?.blocking ? <Tag>{w('blocking')}</Tag> : null}
      </p>
      <FactOrigin lookedUp={fact.lookedUp} {...{ fact, language, w }} />
      {known.outdated.has(place) ? <Notice kind="warning">{w('outdated')}</Notice> : null}
      {administers ? (
        <FactCheckForm
          {...{ visit, tx, placed, place }}
          action={mechanismAddress(known.mechanism.id)}
          refused={refusedAt(refused, place)}
        />
      ) : null}
    </article>
  )
}

/** What its compiler asks to verify, each with the answer or the way to it. */
function Verify({ visit, tx, known, administers, refused, w }: Part) {
  const { mechanism, answers } = known
  if (mechanism.verify.length === 0) return null
  return (
    <Section id="verify" title={w('verify')}>
      {mechanism.verify.map((question, index) => {
        const place = `verify.${index}`
        const answer = answers.get(question)
        return (
          <article key={question} className="flow" id={controlId(place, 'fact')}>
            <p>
              <span lang="en">{question}</span> <Tag>{w(answer ? 'checked_here' : 'unchecked')}</Tag>
            </p>
            {answer ? (
              <p>
                {w('answered')}: <bdi>{answer.found}</bdi>{' '}
                <span className="quiet">
                  {w('looked_up', {
                    on: dayInWords(answer.on, visit.language),
                    by: answer.by,
                    page: answer.page,
                  })}
                </span>
              </p>
            ) : null}
            {administers ? (
              <AnswerForm
                {...{ visit, tx, place }}
                answered={answer !== undefined}
                action={mechanismAddress(mechanism.id)}
                refused={refusedAt(refused, place)}
              />
            ) : null}
          </article>
        )
      })}
    </Section>
  )
}

/** The fields it asks for, by how much. */
function Asked({ visit, known, w }: Part) {
  const { language } = visit
  const { required, recommended, conditional } = known.mechanism.fields
  const name = (id: string) => fieldOf(id)?.label[language] ?? id
  return (
    <Section id="fields" title={w('fields')}>
      <FactList
        facts={[
          { label: w('fields_required'), value: required.map(name).join(', ') },
          { label: w('fields_recommended'), value: recommended.map(name).join(', ') },
          {
            label: w('fields_conditional'),
            value: (
              <ul className="list">
                {conditional.map(({ field, when }) => (
                  <li key={field}>
                    {name(field)} <span lang="en">({when})</span>
                  </li>
                ))}
              </ul>
            ),
          },
        ].filter(({ value }) => value !== '')}
      />
    </Section>
  )
}

const path = `${mechanismsAddress}/:id`

const wholeNumber = (text: string): number | undefined =>
  text.trim() === '' ? undefined : /^\d{1,7}$/.test(text.trim()) ? Number(text.trim()) : -1

/** A form of this page: what is refused gives the page again with that form open. */
const writing = (name: string, write: (visit: Visit, tx: Tx, place: string) => Promise<void>) =>
  route({
    method: 'post',
    path: `${path}/${name}`,
    may: 'administer',
    handle: (visit) => {
      const place = visit.form.get('place')
      return attempt(
        visit,
        async (tx) => {
          await write(visit, tx, place)
          const at = name === 'rule' ? `rule-${place}` : controlId(place, 'fact')
          return redirect(`${mechanismAddress(visit.params['id'] ?? '')}?saved=1#${at}`)
        },
        (tx, refused) => screen(visit, tx, { ...refused, place }),
      )
    },
  })

const lookedUp = ({ form }: Visit) => ({ on: form.get('on'), by: form.get('by'), page: form.get('page') })

export const mechanismRoutes = [
  route({
    method: 'get',
    path,
    may: 'read',
    handle: (visit) => visit.within((tx) => screen(visit, tx, null)),
  }),
  writing('rule', (visit, tx, place) => {
    const { form } = visit
    const amount = wholeNumber(form.get('amount'))
    return noteRuleCheck(tx, {
      mechanism: visit.params['id'] ?? '',
      rule: place,
      found: {
        ...lookedUp(visit),
        ...(amount !== undefined && { amount }),
        ...(form.get('unit') && { unit: form.get('unit') }),
        ...(form.get('direction') && { direction: form.get('direction') }),
        ...(form.get('hard') && { hard: form.get('hard') === 'yes' }),
      },
    })
  }),
  writing('fact', (visit, tx, place) => {
    const { form } = visit
    const max = wholeNumber(form.get('max'))
    const codes = form
      .get('codes')
      .split(/[\s,]+/)
      .filter(Boolean)
    return noteFactCheck(tx, {
      mechanism: visit.params['id'] ?? '',
      place,
      found: {
        ...lookedUp(visit),
        ...(form.get('text').trim() && { text: form.get('text').trim() }),
        ...(max !== undefined && { max }),
        ...(codes.length > 0 && { codes }),
      },
    })
  }),
  writing('verify', (visit, tx, place) =>
    noteAnswer(tx, {
      mechanism: visit.params['id'] ?? '',
      index: Number(/^verify\.(\d{1,3})$/.exec(place)?.[1] ?? -1),
      found: { ...lookedUp(visit), words: visit.form.get('words') },
    }),
  ),
  writing('withdraw', (visit, tx, place) => {
    const kind = (['check', 'fact', 'verify'] as const).find((one) => one === visit.form.get('kind'))
    if (!kind) throw new Problem('malformed')
    return withdrawCheckOf(tx, {
      mechanism: visit.params['id'] ?? '',
      kind,
      place,
      reason: visit.form.get('reason'),
    })
  }),
]
