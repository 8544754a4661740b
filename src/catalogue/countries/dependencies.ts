const parents: Readonly<Record<string, string>> = {
  AU: 'CC CX HM NF',
  CN: 'HK MO TW',
  DK: 'FO GL',
  FI: 'AX',
  FR: 'BL GF GP MF MQ NC PF PM RE TF WF YT',
  GB: 'AI BM FK GG GI GS IM IO JE KY MS PN SH TC VG',
  IL: 'PS',
  MA: 'EH',
  NL: 'AW BQ CW SX',
  NO: 'BV SJ',
  NZ: 'CK NU TK',
  RS: 'XK',
  US: 'AS GU MP PR UM VI',
}

/**
 * Whether one of two codes administers, occupies or claims the other. “Hong Kong, China” or “Sàhara Occidental,
 * Marroc” in one cell may be one place or two, and saying which is taking a side: a person does.
 */
export function areEntangled(a: string, b: string): boolean {
  const over = (parent: string, child: string): boolean => (parents[parent] ?? '').split(' ').includes(child)
  return over(a, b) || over(b, a)
}
