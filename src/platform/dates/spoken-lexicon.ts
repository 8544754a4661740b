/** The words in which people write dates, by language, without accents and in lower case. */
export type SpokenLanguage = 'en' | 'es' | 'ca' | 'fr'

export const SPOKEN_LANGUAGES: readonly SpokenLanguage[] = ['en', 'es', 'ca', 'fr']

/** What a word does in a date. */
export type Sign =
  | 'BEFORE'
  | 'AFTER'
  | 'SINCE'
  | 'UNTIL'
  | 'BETWEEN'
  | 'AND'
  | 'TO'
  | 'ABOUT'
  | 'DOUBTFUL'
  | 'UNKNOWN-DAY'
  | 'UNKNOWN-MONTH'
  | 'DECADE'
  | 'CENTURY'
  | 'YEAR'

interface Lexicon {
  /** Twelve lists, January first; full names and the short forms in use. */
  readonly months: readonly string[]
  /** Spring, summer, autumn, winter. */
  readonly seasons: readonly string[]
  /** Phrases, several words allowed. `early`, `mid` and `late` mean the date only roughly, as in the victims' register. */
  readonly signs: Readonly<Partial<Record<Sign, string>>>
  /** Words that carry nothing. */
  readonly fillers: string
}

/** Alternatives are separated by a bar. */
export const LEXICONS: Readonly<Record<SpokenLanguage, Lexicon>> = {
  en: {
    months: [
      'january|jan',
      'february|feb',
      'march|mar',
      'april|apr',
      'may',
      'june|jun',
      'july|jul',
      'august|aug',
      'september|sept|sep',
      'october|oct',
      'november|nov',
      'december|dec',
    ],
    seasons: ['spring', 'summer', 'autumn|fall', 'winter'],
    signs: {
      BEFORE: 'before|prior to',
      AFTER: 'after',
      SINCE: 'since|from',
      UNTIL: 'until|till|up to|through',
      BETWEEN: 'between',
      AND: 'and',
      TO: 'to',
      ABOUT: 'circa|ca|c|about|around|approximately|approx|early|mid|late|beginning of|end of|middle of',
      DOUBTFUL: 'uncertain|possibly|perhaps|probably',
      'UNKNOWN-DAY': 'day unknown',
      'UNKNOWN-MONTH': 'month unknown',
      DECADE: 'decade',
      CENTURY: 'century',
      YEAR: 'year',
    },
    fillers: 'of|the|in|on|date',
  },
  es: {
    months: [
      'enero|ene',
      'febrero|feb',
      'marzo|mar',
      'abril|abr',
      'mayo|may',
      'junio|jun',
      'julio|jul',
      'agosto|ago|ag',
      'septiembre|setiembre|sept|sep|set',
      'octubre|oct',
      'noviembre|nov',
      'diciembre|dic',
    ],
    seasons: ['primavera', 'verano', 'otono', 'invierno'],
    signs: {
      BEFORE: 'antes de|antes del|anterior a',
      AFTER: 'despues de|despues del|luego de|posterior a',
      SINCE: 'desde|a partir de|a partir del',
      UNTIL: 'hasta',
      BETWEEN: 'entre',
      AND: 'y|e',
      TO: 'a|al',
      ABOUT:
        'circa|ca|c|hacia|alrededor de|alrededor del|cerca de|aproximadamente|aproximada|aproximado|aprox|principios de|a principios de|princ|comienzos de|a comienzos de|inicios de|a inicios de|mediados de|a mediados de|fines de|a fines de|finales de|a finales de',
      DOUBTFUL: 'incierta|incierto|dudosa|dudoso|posiblemente|probablemente|quizas|quiza',
      'UNKNOWN-DAY': 'dia desconocido|sin dia',
      'UNKNOWN-MONTH': 'mes desconocido|sin mes',
      DECADE: 'decada|decenio|anos',
      CENTURY: 'siglo|s',
      YEAR: 'ano',
    },
    fillers: 'de|del|la|el|los|en|dia|mes|fecha',
  },
  ca: {
    months: [
      'gener|gen',
      'febrer|febr|feb',
      'marc',
      'abril|abr',
      'maig',
      'juny',
      'juliol|jul',
      'agost|ag',
      'setembre|set',
      'octubre|oct',
      'novembre|nov',
      'desembre|des',
    ],
    seasons: ['primavera', 'estiu', 'tardor', 'hivern'],
    signs: {
      BEFORE: 'abans de|abans del|abans',
      AFTER: 'despres de|despres del|despres',
      SINCE: 'des de|des del|des d|a partir de|a partir del',
      UNTIL: 'fins a|fins al|fins',
      BETWEEN: 'entre',
      AND: 'i',
      TO: 'a|al',
      ABOUT:
        'circa|ca|c|cap a|cap al|al voltant de|al voltant del|voltant|cap|aproximadament|aproximada|aprox|principis de|a principis de|inicis de|a inicis de|mitjans de|a mitjans de|finals de|a finals de',
      DOUBTFUL: 'incerta|incert|dubtosa|dubtos|possiblement|probablement|potser',
      'UNKNOWN-DAY': 'dia desconegut',
      'UNKNOWN-MONTH': 'mes desconegut',
      DECADE: 'decada|decenni|anys',
      CENTURY: 'segle|s',
      YEAR: 'any',
    },
    fillers: 'de|del|dels|d|la|el|l|els|en|dia|mes|data',
  },
  fr: {
    months: [
      'janvier|janv',
      'fevrier|fevr|fev',
      'mars',
      'avril|avr',
      'mai',
      'juin',
      'juillet|juil',
      'aout',
      'septembre|sept',
      'octobre|oct',
      'novembre|nov',
      'decembre|dec',
    ],
    seasons: ['printemps', 'ete', 'automne', 'hiver'],
    signs: {
      BEFORE: 'avant',
      AFTER: 'apres',
      SINCE: 'depuis|a partir de',
      UNTIL: 'jusqu a|jusqu en|jusqu au|jusque',
      BETWEEN: 'entre',
      AND: 'et',
      TO: 'a|au',
      ABOUT: 'circa|ca|c|vers|environ|autour de|approximativement|approx|debut|fin|mi|milieu',
      DOUBTFUL: 'incertaine|incertain|douteuse|probablement|peut etre',
      'UNKNOWN-DAY': 'jour inconnu',
      'UNKNOWN-MONTH': 'mois inconnu',
      DECADE: 'decennie|annees',
      CENTURY: 'siecle',
      YEAR: 'annee|an',
    },
    fillers: 'de|du|des|d|la|le|l|les|en|au',
  },
}
