import { can } from '#platform/access'
import { formatMoment } from '#platform/dates'
import { Button, Details, Form, FormActions, Notice, Section, TextArea } from '#web/components'
import { readLetterLink } from '../actions/letter-link.ts'
import type { PetitionPart } from './petition-page.tsx'

/** Where it is signed: the public page with what others put on their sites, the closed link, and closing. */
export async function DoorsPart(part: PetitionPart) {
  const { visit, tx, petition, doors, closing, w, csrf } = part
  const { language, house, session } = visit
  const base = house.origins[0] ?? visit.url.origin
  const org = session?.actor.orgSlug ?? ''
  const page = doors.find(({ kind }) => kind === 'petition')
  const letter = doors.find(({ kind }) => kind === 'sign_on_letter')
  const over = closing !== null && closing.getTime() <= Date.now()
  const path = `/workspace/petitions/${petition.id}`
  const said = petition.values['closes']
  return (
    <Section id="doors" title={w('where_signed')}>
      {typeof said === 'string' ? (
        <p>{w(over ? 'closed_at' : 'closes_at', { when: formatMoment(said, language) })}</p>
      ) : (
        <Notice kind="warning">{w('refused_no_end')}</Notice>
      )}
      {page ? (
        <>
          <p>
            <a href={`/site/${org}/${language}/petitions/${page.slug}`}>{w('open_page')}</a>
          </p>
          {petition.values['kind'] === 'public' ? (
            <Details summary={w('for_other_sites')}>
              <p>{w('for_other_sites_hint')}</p>
              <TextArea
                id="frame"
                name="frame"
                label={w('frame_code')}
                rows={4}
                readOnly
                value={frameCode(`${base}/site/${org}/${language}/petitions/${page.slug}`, petition.title)}
              />
              <TextArea
                id="copy"
                name="copy"
                label={w('form_code')}
                rows={8}
                readOnly
                value={formCode(`${base}/site/${org}/${language}/petitions/${page.slug}`, {
                  name: w('your_name'),
                  address: w('address'),
                  sign: w('sign'),
                })}
              />
            </Details>
          ) : null}
        </>
      ) : (
        <p className="quiet">{w('no_page')}</p>
      )}
      {petition.values['kind'] === 'sign_on'
        ? await LetterLink({ ...part, approved: letter !== undefined, base })
        : null}
      {can(tx.actor, 'write') && !over && doors.length > 0 ? (
        <Form action={`${path}/close`} csrf={csrf}>
          <input type="hidden" name="version" value={petition.version} />
          <FormActions>
            <Button small>{w('close_now')}</Button>
          </FormActions>
        </Form>
      ) : null}
    </Section>
  )
}

async function LetterLink(part: PetitionPart & { readonly approved: boolean; readonly base: string }) {
  const { visit, tx, petition, approved, base, w, csrf } = part
  const { language, house } = visit
  const path = `/workspace/petitions/${petition.id}`
  if (!approved)
    return (
      <p className="quiet">
        {w('letter_first')} <a href="#public-sign_on_letter">{w('letter_to_door')}</a>
      </p>
    )
  if (!can(tx.actor, 'publish')) return <p className="quiet">{w('letter_publishers')}</p>
  const token = await readLetterLink(tx, house.secrets, petition.id)
  return (
    <>
      {token ? (
        <TextArea
          id="link"
          name="link"
          label={w('letter_link')}
          hint={w('letter_link_hint')}
          rows={3}
          readOnly
          value={`${base}/letter/${language}/${token}`}
        />
      ) : (
        <p>{w('letter_no_link')}</p>
      )}
      <Form action={`${path}/link`} csrf={csrf}>
        <FormActions>
          <Button small>{w(token ? 'letter_new_link' : 'letter_make_link')}</Button>
          {token ? (
            <Button small name="end" value="yes">
              {w('letter_end_link')}
            </Button>
          ) : null}
        </FormActions>
      </Form>
    </>
  )
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (one) => `&#${one.charCodeAt(0)};`)

/** For another site: a frame that shows the number and leads here. No script, nothing from anyone else. */
export const frameCode = (page: string, title: string): string =>
  `<iframe src="${escape(page)}/embed" title="${escape(title)}" width="100%" height="320" loading="lazy" referrerpolicy="no-referrer"></iframe>`

/** For another site: a form in that site's own clothes. It brings the reader here with what they typed, to look at it and send it. */
export const formCode = (
  page: string,
  words: { readonly name: string; readonly address: string; readonly sign: string },
): string =>
  `<form action="${escape(page)}/begin" method="post">
  <p><label>${escape(words.name)}<br><input name="name" autocomplete="name"></label></p>
  <p><label>${escape(words.address)}<br><input name="address" type="email" autocomplete="email"></label></p>
  <p><button>${escape(words.sign)}</button></p>
</form>`
