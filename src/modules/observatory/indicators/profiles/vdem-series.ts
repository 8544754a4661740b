import { labels } from '#platform/i18n'
import type { SeriesDefinition } from '../reading/reading.ts'

const author = 'V-Dem'

/** Regimes of the World. */
export const regimeClasses = [
  { value: 0, label: labels('closed autocracy', 'autocracia cerrada', 'autocràcia tancada') },
  { value: 1, label: labels('electoral autocracy', 'autocracia electoral', 'autocràcia electoral') },
  { value: 2, label: labels('electoral democracy', 'democracia electoral', 'democràcia electoral') },
  { value: 3, label: labels('liberal democracy', 'democracia liberal', 'democràcia liberal') },
] as const

const regime: SeriesDefinition = {
  code: 'v2x_regime',
  label: labels('Regime', 'Régimen', 'Règim'),
  author,
  description: labels(
    'Regimes of the World: four classes, from elections, freedoms and the rule of law.',
    'Regímenes del mundo: cuatro clases, según elecciones, libertades y Estado de derecho.',
    'Règims del món: quatre classes, segons eleccions, llibertats i estat de dret.',
  ),
  scale: 'order',
  lowest: 0,
  highest: 3,
  better: 'higher',
  classes: regimeClasses,
}

/** An index between 0 and 1. */
const index = (code: string, en: string, es: string, ca: string): SeriesDefinition => ({
  code,
  label: labels(en, es, ca),
  author,
  scale: 'number',
  lowest: 0,
  highest: 1,
  better: 'higher',
})

/** A latent score of the measurement model: no bounds, mostly between −4 and 4. */
const score = (code: string, en: string, es: string, ca: string): SeriesDefinition => ({
  code,
  label: labels(en, es, ca),
  author,
  unit: '',
  scale: 'number',
  better: 'higher',
})

/** The measures of V-Dem that are read when the file has them; any other column by its code. */
export const vdemSeries: readonly SeriesDefinition[] = [
  regime,
  index('v2x_polyarchy', 'Electoral democracy', 'Democracia electoral', 'Democràcia electoral'),
  index('v2x_libdem', 'Liberal democracy', 'Democracia liberal', 'Democràcia liberal'),
  index('v2x_partipdem', 'Participatory democracy', 'Democracia participativa', 'Democràcia participativa'),
  index('v2x_delibdem', 'Deliberative democracy', 'Democracia deliberativa', 'Democràcia deliberativa'),
  index('v2x_egaldem', 'Egalitarian democracy', 'Democracia igualitaria', 'Democràcia igualitària'),
  index(
    'v2x_freexp_altinf',
    'Free expression and alternative sources of information',
    'Libertad de expresión y fuentes alternativas de información',
    "Llibertat d'expressió i fonts alternatives d'informació",
  ),
  index('v2x_freexp', 'Freedom of expression', 'Libertad de expresión', "Llibertat d'expressió"),
  index('v2x_frassoc_thick', 'Freedom of association', 'Libertad de asociación', "Llibertat d'associació"),
  index('v2xcs_ccsi', 'Core civil society', 'Sociedad civil', 'Societat civil'),
  index('v2xca_academ', 'Academic freedom', 'Libertad académica', 'Llibertat acadèmica'),
  index('v2x_civlib', 'Civil liberties', 'Libertades civiles', 'Llibertats civils'),
  index(
    'v2x_clphy',
    'Freedom from torture and political killings',
    'Ausencia de tortura y ejecuciones políticas',
    'Absència de tortura i execucions polítiques',
  ),
  index(
    'v2x_clpol',
    'Political civil liberties',
    'Libertades civiles políticas',
    'Llibertats civils polítiques',
  ),
  index('v2x_clpriv', 'Private civil liberties', 'Libertades civiles privadas', 'Llibertats civils privades'),
  index('v2x_rule', 'Rule of law', 'Estado de derecho', 'Estat de dret'),
  index(
    'v2x_jucon',
    'Judicial constraints on the executive',
    'Control judicial del poder ejecutivo',
    'Control judicial del poder executiu',
  ),
  index('v2x_liberal', 'Liberal component', 'Componente liberal', 'Component liberal'),
  {
    ...index('v2x_corr', 'Political corruption', 'Corrupción política', 'Corrupció política'),
    better: 'lower',
  },
  {
    ...index(
      'v2x_pubcorr',
      'Corruption of public officials',
      'Corrupción de funcionarios públicos',
      'Corrupció de funcionaris públics',
    ),
    better: 'lower',
  },
  index('v2xcl_rol', 'Equality before the law', 'Igualdad ante la ley', 'Igualtat davant la llei'),
  index(
    'v2xcl_dmove',
    'Freedom of domestic movement',
    'Libertad de circulación interna',
    'Llibertat de circulació interna',
  ),
  index('v2xcl_acjst', 'Access to justice', 'Acceso a la justicia', 'Accés a la justícia'),
  // Diagonal, horizontal and vertical accountability are latent scores in their own files; their osp versions are 0 to 1.
  index(
    'v2x_veracc_osp',
    'Vertical accountability',
    'Rendición de cuentas vertical',
    'Rendició de comptes vertical',
  ),
  index(
    'v2x_horacc_osp',
    'Horizontal accountability',
    'Rendición de cuentas horizontal',
    'Rendició de comptes horitzontal',
  ),
  score(
    'v2clacfree',
    'Academic and cultural expression',
    'Libertad de expresión académica y cultural',
    "Llibertat d'expressió acadèmica i cultural",
  ),
  score('v2cltort', 'Freedom from torture', 'Ausencia de tortura', 'Absència de tortura'),
  score(
    'v2clkill',
    'Freedom from political killings',
    'Ausencia de ejecuciones políticas',
    "Absència d'execucions polítiques",
  ),
  score(
    'v2cseeorgs',
    'Entry and exit of civil society organisations',
    'Entrada y salida de organizaciones de la sociedad civil',
    'Entrada i sortida d’organitzacions de la societat civil',
  ),
  score(
    'v2csreprss',
    'Freedom of civil society organisations from repression',
    'Ausencia de represión de la sociedad civil',
    'Absència de repressió de la societat civil',
  ),
  score(
    'v2csrlgrep',
    'Freedom of religious organisations from repression',
    'Ausencia de represión de organizaciones religiosas',
    "Absència de repressió d'organitzacions religioses",
  ),
  score('v2clrelig', 'Freedom of religion', 'Libertad de religión', 'Llibertat de religió'),
  score(
    'v2cldiscm',
    'Freedom of discussion, men',
    'Libertad de discusión, hombres',
    'Llibertat de discussió, homes',
  ),
  score(
    'v2cldiscw',
    'Freedom of discussion, women',
    'Libertad de discusión, mujeres',
    'Llibertat de discussió, dones',
  ),
  score(
    'v2clfmove',
    'Freedom of foreign movement',
    'Libertad de salir del país',
    'Llibertat de sortir del país',
  ),
  score(
    'v2mecenefm',
    'Freedom of the media from censorship',
    'Ausencia de censura de los medios',
    'Absència de censura dels mitjans',
  ),
  score(
    'v2meharjrn',
    'Freedom of journalists from harassment',
    'Ausencia de hostigamiento a periodistas',
    'Absència d’assetjament a periodistes',
  ),
  score(
    'v2meslfcen',
    'Freedom of the media from self-censorship',
    'Ausencia de autocensura de los medios',
    "Absència d'autocensura dels mitjans",
  ),
]

/** A column that a person chose and nobody named: its code is its name. */
export const codedSeries = (code: string, by: string): SeriesDefinition => ({
  code,
  label: labels(code, code, code),
  author: by,
  scale: 'number',
})
