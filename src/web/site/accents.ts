import type { Accent } from './arrangement.ts'

/** The accent of each choice in light and dark, and the tint behind it. The stylesheet has the same: a test compares. */
export const accentColours: Readonly<
  Record<Accent, Readonly<Record<'light' | 'dark', { readonly accent: string; readonly wash: string }>>>
> = {
  petrol: { light: { accent: '#0a4650', wash: '#e3edec' }, dark: { accent: '#8fcbd0', wash: '#1c3236' } },
  moss: { light: { accent: '#2d4a1a', wash: '#e7eddf' }, dark: { accent: '#a9cf8c', wash: '#26331c' } },
  wine: { light: { accent: '#6b1633', wash: '#f5e6ea' }, dark: { accent: '#f0a6bb', wash: '#3c1f29' } },
  clay: { light: { accent: '#6a310f', wash: '#f6e9df' }, dark: { accent: '#efb184', wash: '#3a2818' } },
  plum: { light: { accent: '#4d2a6b', wash: '#ece5f2' }, dark: { accent: '#cbb0ea', wash: '#2f2440' } },
  slate: { light: { accent: '#33414f', wash: '#e6eaee' }, dark: { accent: '#b4c4d4', wash: '#262e36' } },
}

/** The sheet of style that a page needs besides every page's, where the organisation chose another accent than the house's. */
export const accentStyles = (accent: Accent): readonly string[] =>
  accent === 'petrol' ? [] : ['styles/accents.css']
