import { defineMailTemplate } from '#platform/mail'

/**
 * Asks to confirm. The database holds the same words (`public_mail_template`), because the public side asks for it and
 * must not be able to ask for other words; a test compares the two.
 */
export const confirmMail = defineMailTemplate({
  name: 'petitions.confirm',
  subject: { en: 'Please confirm', es: 'Confirme, por favor', ca: 'Confirmeu, si us plau' },
  text: {
    en: `Somebody, you we suppose, left this address on our site. To confirm, open this page and press the button:

{confirm}

If it was not you, there is nothing to do: the address is forgotten after three days.

To take back what you confirmed, at any time:

{takeback}`,
    es: `Alguien, suponemos que usted, dejó esta dirección en nuestro sitio. Para confirmar, abra esta página y presione el botón:

{confirm}

Si no fue usted, no tiene que hacer nada: la dirección se olvida a los tres días.

Para retirar lo que confirmó, en cualquier momento:

{takeback}`,
    ca: `Algú, suposem que vós, ha deixat aquesta adreça al nostre lloc web. Per confirmar, obriu aquesta pàgina i premeu el botó:

{confirm}

Si no heu estat vós, no cal que feu res: l’adreça s’oblida al cap de tres dies.

Per retirar el que heu confirmat, en qualsevol moment:

{takeback}`,
  },
  fields: { confirm: 'link', takeback: 'link' },
})

/** Says that there is news; what it is stands on the page. */
export const newsMail = defineMailTemplate({
  name: 'petitions.news',
  subject: { en: 'News', es: 'Novedades', ca: 'Novetats' },
  text: {
    en: `You asked to be told. What there is to tell stands here:

{link}`,
    es: `Usted pidió que le avisáramos. Lo que hay para contar está aquí:

{link}`,
    ca: `Vau demanar que us aviséssim. El que hi ha per explicar és aquí:

{link}`,
  },
  fields: { link: 'link' },
  list: true,
})
