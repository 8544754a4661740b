/** A text in the three languages of the interface. */
export type ThreeLanguages = { readonly en: string; readonly es: string; readonly ca: string }

/**
 * Names shown instead of those of CLDR, where CLDR's are clumsy in a list or take a side that a human-rights
 * organisation would not: UN membership names are preferred. Everything else shows CLDR's name.
 */
export const displayOverrides: Readonly<Record<string, ThreeLanguages>> = {
  AG: { en: 'Antigua and Barbuda', es: 'Antigua y Barbuda', ca: 'Antigua i Barbuda' },
  BA: { en: 'Bosnia and Herzegovina', es: 'Bosnia y Herzegovina', ca: 'Bòsnia i Hercegovina' },
  BY: { en: 'Belarus', es: 'Bielorrusia', ca: 'Belarús' },
  CD: {
    en: 'Democratic Republic of the Congo',
    es: 'República Democrática del Congo',
    ca: 'República Democràtica del Congo',
  },
  CG: { en: 'Republic of the Congo', es: 'República del Congo', ca: 'República del Congo' },
  CI: { en: 'Côte d’Ivoire', es: 'Costa de Marfil', ca: 'Costa d’Ivori' },
  EH: { en: 'Western Sahara', es: 'Sáhara Occidental', ca: 'Sàhara Occidental' },
  FK: { en: 'Falkland Islands (Malvinas)', es: 'Islas Malvinas (Falkland)', ca: 'Illes Malvines (Falkland)' },
  HK: { en: 'Hong Kong', es: 'Hong Kong', ca: 'Hong Kong' },
  KN: { en: 'Saint Kitts and Nevis', es: 'San Cristóbal y Nieves', ca: 'Saint Kitts i Nevis' },
  LA: { en: 'Laos', es: 'Laos', ca: 'Laos' },
  LC: { en: 'Saint Lucia', es: 'Santa Lucía', ca: 'Saint Lucia' },
  MM: { en: 'Myanmar', es: 'Myanmar', ca: 'Myanmar' },
  MO: { en: 'Macao', es: 'Macao', ca: 'Macau' },
  PS: { en: 'Palestine', es: 'Palestina', ca: 'Palestina' },
  SA: { en: 'Saudi Arabia', es: 'Arabia Saudita', ca: 'Aràbia Saudita' },
  ST: { en: 'São Tomé and Príncipe', es: 'Santo Tomé y Príncipe', ca: 'São Tomé i Príncipe' },
  TR: { en: 'Türkiye', es: 'Turquía', ca: 'Turquia' },
  TT: { en: 'Trinidad and Tobago', es: 'Trinidad y Tobago', ca: 'Trinitat i Tobago' },
  VC: {
    en: 'Saint Vincent and the Grenadines',
    es: 'San Vicente y las Granadinas',
    ca: 'Saint Vincent i les Grenadines',
  },
}
