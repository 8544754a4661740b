import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** A page of the organisation's own site: who it is, how it works, how to reach it. Published like everything else. */
export const sitePage = defineRecordType({
  name: 'site_page',
  label: labels('Page of the site', 'Página del sitio', 'Pàgina del lloc'),
  plural: labels('Pages of the site', 'Páginas del sitio', 'Pàgines del lloc'),
  description: labels(
    'A text of the public site: who we are, how we work, how to help.',
    'Un texto del sitio público: quiénes somos, cómo trabajamos, cómo ayudar.',
    'Un text del lloc públic: qui som, com treballem, com ajudar-hi.',
  ),
  title: ['name'],
  fields: [
    field('text', 'name', labels('Name, for us', 'Nombre, para nosotros', 'Nom, per a nosaltres'), {
      required: true,
      listed: true,
      sortable: true,
      hint: labels(
        'Never shown: “About us, 2026”.',
        'No se muestra: «Quiénes somos, 2026».',
        'No es mostra: «Qui som, 2026».',
      ),
    }),
    field('localized_text', 'heading', labels('Heading', 'Título', 'Títol'), { required: true }),
    field('localized_text', 'text', labels('Text', 'Texto', 'Text'), {
      hint: labels(
        'An empty line begins a paragraph.',
        'Una línea vacía comienza un párrafo.',
        'Una línia buida comença un paràgraf.',
      ),
    }),
  ],
})
