import { defineMailTemplate } from '#platform/mail'

/** The list that journalists leave by the button in the mail. */
export const pressList = 'press'

/** Says that something for the press is there, and what it is, not at all. */
export const pressMail = defineMailTemplate({
  name: 'press.release',
  subject: {
    en: 'For the press',
    es: 'Para la prensa',
    ca: 'Per a la premsa',
  },
  text: {
    en: 'There is something for you as a journalist. This address is yours alone: please do not pass it on. Where it is under embargo, the page says until when.\n\n{link}\n\nIt can be opened until {day}.',
    es: 'Hay algo para usted como periodista. Esta dirección es solo suya: le pedimos que no la comparta. Si está bajo embargo, la página dice hasta cuándo.\n\n{link}\n\nPuede abrirla hasta el {day}.',
    ca: 'Hi ha alguna cosa per a vós com a periodista. Aquesta adreça és només vostra: us demanem que no la compartiu. Si està sota embargament, la pàgina diu fins quan.\n\n{link}\n\nLa podeu obrir fins al {day}.',
  },
  fields: { link: 'link', day: 'day' },
  list: true,
})
