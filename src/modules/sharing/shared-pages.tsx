import { can } from '#platform/access'
import { type Visit, redirect, route } from '#platform/http'
import { label } from '#platform/i18n'
import { Problem } from '#platform/problem'
import type { Schema } from '#platform/records'
import { answerOffer, giveBack, listOffers, listShared, readShared } from '#platform/sharing'
import { Button, EmptyState, FactList, Form, FormActions, Notice, Section, Table } from '#web/components'
import { workspacePage } from '#web/workspace'
import { words } from './messages.ts'
import { ScopeFacts } from './scope-facts.tsx'
import { lastDayOf } from './sharing-panel.tsx'

const path = '/workspace/shared'

const long = (at: Date, visit: Visit) => at.toLocaleDateString(visit.language, { dateStyle: 'long' })
const giverOf = (
  one: { readonly fromName: Readonly<Record<string, string>>; readonly fromSlug: string },
  visit: Visit,
) => one.fromName[visit.language] ?? Object.values(one.fromName)[0] ?? one.fromSlug
const typeLabel = (schema: Schema, type: string, visit: Visit) =>
  label(schema.types.get(type)?.label ?? { en: type }, visit.language)

const listRoute = route({
  method: 'get',
  path,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const { language, session } = visit
      const w = words(language)
      const offers = await listOffers(tx)
      const shared = await listShared(tx)
      return workspacePage(visit, {
        title: w('list_title'),
        lede: w('list_lede'),
        children: (
          <>
            {offers.length > 0 ? (
              <Section title={w('offers')} id="offers">
                {offers.map((offer) => (
                  <Form key={offer.id} action={`${path}/${offer.id}/answer`} csrf={session?.formToken ?? ''}>
                    <h3>
                      {w('offer_from', {
                        who: giverOf(offer, visit),
                        type: typeLabel(tx.schema, offer.type, visit),
                      })}
                    </h3>
                    <FactList
                      facts={[
                        {
                          label: w('what'),
                          value: offer.fields.map((field) => label(field.label, language)).join(', '),
                        },
                        { label: w('purpose'), value: offer.purpose },
                        { label: w('until'), value: long(lastDayOf(offer.until), visit) },
                      ]}
                    />
                    <FormActions>
                      <Button kind="primary" name="answer" value="accepted">
                        {w('accept')}
                      </Button>
                      <Button name="answer" value="declined">
                        {w('decline')}
                      </Button>
                    </FormActions>
                  </Form>
                ))}
              </Section>
            ) : null}
            {shared.length === 0 ? (
              offers.length === 0 ? (
                <EmptyState title={w('list_none')}>{w('list_none_text')}</EmptyState>
              ) : null
            ) : (
              <Table
                caption={w('list_title')}
                captionHidden
                columns={[
                  { key: 'name', label: w('name'), heading: true },
                  { key: 'type', label: w('type') },
                  { key: 'from', label: w('from') },
                  { key: 'purpose', label: w('purpose') },
                  { key: 'until', label: w('until'), nowrap: true },
                ]}
                rows={shared.map((one) => ({
                  key: one.id,
                  cells: {
                    name: <a href={`${path}/${one.id}`}>{one.title || w('untitled')}</a>,
                    type: typeLabel(tx.schema, one.type, visit),
                    from: giverOf(one, visit),
                    purpose: one.purpose,
                    until: long(lastDayOf(one.until), visit),
                  },
                }))}
              />
            )}
          </>
        ),
      })
    }),
})

const oneRoute = route({
  method: 'get',
  path: `${path}/:shareId`,
  may: 'read',
  handle: (visit) =>
    visit.within(async (tx) => {
      const w = words(visit.language)
      const one = await readShared(tx, visit.params['shareId'] ?? '')
      return workspacePage(visit, {
        title: one.title || w('untitled'),
        breadcrumbs: [{ href: path, label: w('list_title') }],
        fictitious: one.fictitious,
        notices: (
          <Notice title={w('banner', { who: giverOf(one, visit), when: long(lastDayOf(one.until), visit) })}>
            <p>{w('banner_for', { purpose: one.purpose })}</p>
            <p>{w('banner_rule')}</p>
          </Notice>
        ),
        children: (
          <>
            <ScopeFacts
              type={one.type}
              fields={one.fields}
              values={one.values}
              schema={tx.schema}
              language={visit.language}
            />
            <p className="quiet">{w('updated', { when: long(one.updatedAt, visit) })}</p>
            {can(tx.actor, 'write') ? (
              <Form action={`${path}/${one.id}/return`} csrf={visit.session?.formToken ?? ''}>
                <p className="hint" id="return-hint">
                  {w('give_back_hint')}
                </p>
                <FormActions>
                  <Button kind="warning" describedBy="return-hint">
                    {w('give_back')}
                  </Button>
                </FormActions>
              </Form>
            ) : null}
          </>
        ),
      })
    }),
})

const answerRoute = route({
  method: 'post',
  path: `${path}/:shareId/answer`,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      const answer = visit.form.get('answer')
      if (answer !== 'accepted' && answer !== 'declined') throw new Problem('malformed')
      const id = visit.params['shareId'] ?? ''
      await answerOffer(tx, id, answer)
      return redirect(answer === 'accepted' ? `${path}/${id}` : path)
    }),
})

const returnRoute = route({
  method: 'post',
  path: `${path}/:shareId/return`,
  may: 'write',
  handle: (visit) =>
    visit.within(async (tx) => {
      await giveBack(tx, visit.params['shareId'] ?? '')
      return redirect(path)
    }),
})

/** What other organisations share with us, and our answer to their offers. */
export const sharedRoutes = [listRoute, oneRoute, answerRoute, returnRoute]
