import { createHash } from 'node:crypto'
import type { PaperDocument } from './model.ts'

// All persons, places of detention and numbers are invented: what the tests and the README's pictures are made of.

const hash = (text: string): string => createHash('sha256').update(text).digest('hex')

/** A letter of two pages in Spanish, with a name in Arabic, footnotes, facts, annexes and signatures. */
export const sampleLetter: PaperDocument = {
  form: 'letter',
  title: 'Carta de alegaciones: detención de Fátima al-Zahra (فاطمة الزهراء) y de su hermano',
  language: 'es-AR',
  date: '2026-05-12',
  place: 'Buenos Aires',
  reference: 'AMP-2026-0147',
  stamp: 'FICTICIO',
  sender: {
    name: 'Observatorio de Derechos del Sur',
    lines: [
      'Avenida de Mayo 1200, piso 4 · C1085 Buenos Aires',
      'casos@observatorio.example · +54 11 5555 0100',
    ],
  },
  recipient: [
    'Relatoría Especial sobre la situación de las personas defensoras de los derechos humanos',
    'Palacio de las Naciones',
    '1211 Ginebra 10, Suiza',
  ],
  footer: 'Confidencial: contiene datos de personas en riesgo',
  body: [
    { kind: 'paragraph', text: 'De nuestra mayor consideración:' },
    {
      kind: 'paragraph',
      text: [
        'Nos dirigimos a usted en relación con la detención de ',
        { text: 'Fátima al-Zahra', strong: true },
        ' (فاطمة الزهراء), 34 años, defensora del derecho a la vivienda, ocurrida el 3 de abril de 2026 a las 06:40 en la ciudad de Nueva Ítaca',
        {
          note: {
            citation: {
              source: 'Testimonio de una vecina',
              locator: 'min. 04:12',
              quote: 'Entraron sin orden; eran seis',
              reliability: 'B2',
            },
          },
        },
        '. Desde entonces no se le ha permitido ver a una abogada de su elección.',
      ],
    },
    { kind: 'heading', level: 1, text: 'Datos de la persona' },
    {
      kind: 'facts',
      facts: [
        { label: 'Nombre', value: 'Fátima al-Zahra\nفاطمة الزهراء' },
        { label: 'Nacionalidad', value: 'República de Ítaca (Estado ficticio)' },
        { label: 'Detenida desde', value: '3 de abril de 2026, 06:40 (hora local)' },
        {
          label: 'Lugar de detención',
          value: 'Comisaría 7.ª, celda 12; trasladada el 9 de abril a la Unidad 31',
        },
        {
          label: 'Consentimiento',
          value: 'Otorgado por escrito el 20 de abril de 2026 para esta comunicación',
        },
      ],
    },
    { kind: 'heading', level: 1, text: 'Hechos' },
    {
      kind: 'paragraph',
      text: 'El 3 de abril, seis agentes sin identificación ingresaron en el domicilio sin exhibir orden judicial. Según el acta policial, el motivo fue la «alteración del orden público» durante la asamblea del 28 de marzo, que había transcurrido en forma pacífica. La familia presentó una acción de amparo el 4 de abril; a la fecha no fue resuelta.',
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        { text: 'El 5 de abril se negó el ingreso a su abogada, la Dra. Núñez Güiraldes.' },
        {
          text: 'El 9 de abril fue trasladada sin aviso a la familia:',
          items: [
            { text: 'no se informó el destino durante 48 horas;' },
            { text: 'no recibió su medicación.' },
          ],
        },
        {
          text: [
            'El hermano, ',
            { text: 'Yúsuf', emphasis: true },
            ', fue citado el 14 de abril y permanece detenido.',
          ],
        },
      ],
    },
    {
      kind: 'quote',
      text: 'Me dijeron que si seguía preguntando por mi hija, el próximo sería yo.',
      from: 'El padre, entrevistado el 11 de abril de 2026',
    },
    { kind: 'heading', level: 1, text: 'Normas aplicables' },
    {
      kind: 'paragraph',
      text: [
        'Los hechos descritos comprometen los artículos 9, 14 y 21 del Pacto Internacional de Derechos Civiles y Políticos',
        {
          note: {
            text: 'En vigor para el Estado desde 1992.',
            citation: { source: 'Depósito de tratados', url: 'https://treaties.example/ficticio/iccpr' },
          },
        },
        ' y la Declaración sobre los defensores de los derechos humanos. El Estado tiene la obligación de proteger la libertad y la integridad de quienes defienden derechos, y de investigar de oficio toda denuncia de malos tratos.',
      ],
    },
    { kind: 'heading', level: 1, text: 'Solicitud' },
    {
      kind: 'paragraph',
      text: 'Solicitamos que se dirija al Gobierno para que garantice de inmediato el acceso a asistencia letrada y médica, informe la base legal de la detención y disponga la libertad de ambas personas. Quedamos a disposición para ampliar cualquiera de los puntos expuestos.',
    },
    { kind: 'paragraph', text: 'Saludamos a usted con la más distinguida consideración.' },
    {
      kind: 'signature',
      signatories: [
        { name: 'Ana María Ibáñez', role: 'Directora', organisation: 'Observatorio de Derechos del Sur' },
        {
          name: 'Jordi Puig i Güell',
          role: 'Responsable d’incidència',
          organisation: 'Col·lectiu Vall d’Àger',
        },
      ],
    },
    {
      kind: 'annexes',
      annexes: [
        {
          title: 'Acta policial del 3 de abril',
          fileName: 'acta-policial.pdf',
          pages: 3,
          size: 248_113,
          sha256: hash('acta'),
        },
        {
          title: 'Acción de amparo',
          description: 'Presentada el 4 de abril, con sello de recepción.',
          fileName: 'amparo.pdf',
          pages: 12,
          size: 1_930_000,
          sha256: hash('amparo'),
        },
        { title: 'Fotografía del ingreso', fileName: 'ingreso.jpg', size: 88_000, sha256: hash('foto') },
      ],
    },
  ],
}

const months = ['gener', 'febrer', 'març', 'abril', 'maig', 'juny']

/** A report of several pages in Catalan, with contents, numbered headings and a table over a page's end. */
export const sampleReport: PaperDocument = {
  form: 'report',
  title: "Presons i paraula: un any d'al·legacions",
  subtitle: 'Informe anual sobre la situació de les persones defensores',
  language: 'ca',
  date: '2026-06-30',
  place: 'Barcelona',
  reference: 'INF-2026-03',
  stamp: 'FICTICI',
  authors: ['Mercè Vallès', "Grup d'anàlisi"],
  sender: { name: 'Xarxa de Ciutats Refugi' },
  contents: true,
  numbered: true,
  footer: 'Xarxa de Ciutats Refugi',
  body: [
    { kind: 'heading', level: 1, text: 'Resum' },
    {
      kind: 'paragraph',
      text: "L'any passat vam rebre 412 al·legacions, de les quals 96 van donar lloc a una comunicació. La col·laboració entre entitats ha permès paral·lelament verificar-ne el 83 % amb dues fonts independents.",
    },
    { kind: 'heading', level: 1, text: 'Mètode' },
    { kind: 'heading', level: 2, text: 'Fonts' },
    {
      kind: 'paragraph',
      text: 'Cada fet consta de dues fonts independents; quan només n’hi ha una, es diu.',
    },
    {
      kind: 'list',
      items: [
        { text: 'entrevistes amb les persones afectades;' },
        { text: 'documents judicials;' },
        { text: 'visites.' },
      ],
    },
    { kind: 'heading', level: 2, text: 'Límits' },
    { kind: 'paragraph', text: 'Les xifres compten el que s’ha conegut, no el que ha passat.' },
    { kind: 'heading', level: 1, text: 'Casos' },
    {
      kind: 'table',
      caption: 'Casos per mes, amb l’estat a 30 de juny de 2026',
      columns: [
        { label: 'Núm.', align: 'end' },
        { label: 'Mes' },
        { label: 'Fets' },
        { label: 'Persones', align: 'end' },
      ],
      rows: Array.from({ length: 64 }, (_, at) => [
        String(at + 1),
        months[at % 6] ?? '',
        at % 5 === 0
          ? 'Detenció durant una assemblea; el tribunal va excloure les al·legacions de maltractament sense investigar-les.'
          : 'Citació policial sense ordre.',
        String(((at * 37) % 90) + 1),
      ]),
    },
    { kind: 'page-break' },
    { kind: 'heading', level: 1, text: 'Recomanacions' },
    {
      kind: 'list',
      ordered: true,
      items: [{ text: 'Investigar d’ofici.' }, { text: 'Garantir l’accés a defensa lletrada.' }],
    },
  ],
}
