import { labels } from '#platform/i18n'
import { defineRecordType, field } from '#platform/records'

/** One article of one code, written once: whoever is charged by it points here. */
export const lawArticle = defineRecordType({
  name: 'law_article',
  label: labels('Article of law', 'Artículo de ley', 'Article de llei'),
  plural: labels('Articles of law', 'Artículos de ley', 'Articles de llei'),
  title: ['article', 'code'],
  map: 'country',
  fields: [
    field('text', 'article', labels('Article', 'Artículo', 'Article'), {
      required: true,
      sortable: true,
      hint: labels('Such as: art. 148', 'Por ejemplo: art. 148', 'Per exemple: art. 148'),
    }),
    field('text', 'code', labels('Code or law', 'Código o ley', 'Codi o llei'), {
      required: true,
      sortable: true,
      listed: true,
    }),
    field('term', 'country', labels('Country', 'País', 'País'), {
      vocabulary: 'countries',
      facet: true,
      listed: true,
    }),
    field('localized_text', 'punishes', labels('What it punishes', 'Qué castiga', 'Què castiga')),
    field('text', 'penalty', labels('Penalty', 'Pena', 'Pena')),
    field('date', 'in_force', labels('In force', 'Vigencia', 'Vigència')),
    field('url', 'address', labels('Where it is published', 'Dónde está publicada', 'On està publicada')),
  ],
})
