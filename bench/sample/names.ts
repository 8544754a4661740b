import { type Random, between, seededRandom, zipf } from './random.ts'

/** Names as they are borne in one language: the commonest first. */
interface NameStock {
  readonly given: readonly string[]
  readonly family: readonly string[]
  /** Two family names, as in Spanish and Catalan. */
  readonly twoFamilies?: boolean
}

const list = (text: string): readonly string[] => text.trim().split(/\s+/)

const stocks: Readonly<Record<string, NameStock>> = {
  es: {
    given:
      list(`María José Juan Carlos Ana Luis Carmen Jorge Rosa Martha Miguel Laura Pedro Patricia Fernando Elena
      Ricardo Silvia Roberto Graciela Óscar Beatriz Andrés Yolanda Raúl Norma Héctor Teresa Julio Marta Ángel Susana`),
    family:
      list(`González Rodríguez García Fernández López Martínez Pérez Gómez Sánchez Díaz Romero Moreno Álvarez
      Torres Ruiz Ramírez Flores Acosta Benítez Medina Herrera Suárez Aguirre Giménez Gutiérrez Pereyra Rojas Molina
      Castro Ortiz Silva Núñez Luna Juárez Cabrera Ríos Morales Godoy Moreyra Domínguez Quispe Mamani Guati`),
    twoFamilies: true,
  },
  ca: {
    given: list(
      'Montserrat Jordi Núria Marc Mercè Josep Joan Laia Pau Meritxell Oriol Anna Xavier Pilar Arnau Gemma',
    ),
    family:
      list(`Garcia Martí Vila Serra Soler Puig Roca Ferrer Bosch Pujol Casals Vidal Sala Font Riera Mas Camps
      Coll Prat Esteve Guardiola Rovira Torrent Codina`),
    twoFamilies: true,
  },
  pt: {
    given: list(
      'Maria João Ana Antônio Francisca Paulo Adriana Luiz Márcia Marcos Fernanda Raimundo Sônia Sebastião',
    ),
    family: list(
      'Silva Santos Oliveira Souza Lima Pereira Ferreira Costa Ribeiro Araújo Carvalho Nascimento Moreira',
    ),
  },
  en: {
    given: list(
      'Mary James Patricia John Grace Samuel Esther Daniel Ruth Joseph Sarah David Joyce Peter Faith Michael',
    ),
    family: list(
      'Smith Okafor Johnson Mensah Williams Banda Brown Otieno Jones Phiri Miller Mwangi Davis Abara Moore',
    ),
  },
  ru: {
    given: list(
      'Анна Александр Елена Дмитрий Ольга Сергей Наталья Андрей Оксана Алексей Мария Иван Татьяна Юрий',
    ),
    family: list(
      'Иванова Смирнов Кузнецова Попов Шевчук Ковальчук Бондаренко Волков Морозова Ткаченко Орлов Бойко',
    ),
  },
  ar: {
    given: list('محمد فاطمة أحمد مريم علي زينب حسن ليلى عمر نور يوسف سلمى خالد هند إبراهيم سعاد'),
    family: list('الأحمد الحسن الخطيب العلي حداد منصور الشامي النجار صالح القاسم درويش بكري'),
  },
  zh: {
    given: list('伟 芳 娜 秀英 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛'),
    family: list('王 李 张 刘 陈 杨 黄 赵 吴 周 徐 孙'),
  },
  tr: {
    given: list(
      'Fatma Mehmet Ayşe Mustafa Emine Ahmet Hatice Ali Zeynep Hüseyin Şerife Hasan Elif İbrahim Gülşah',
    ),
    family: list(
      'Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan',
    ),
  },
}

/** How many of a hundred people bear names of each language. */
const shares: readonly (readonly [string, number])[] = [
  ['es', 46],
  ['ca', 10],
  ['pt', 12],
  ['en', 12],
  ['ru', 8],
  ['ar', 6],
  ['zh', 3],
  ['tr', 3],
]

const syllables =
  list(`ba be bo ca ce cha da de di el es fa fe ga gue gu hua i ja ju la le li ma me mi mo na ne no or
  pa pe po qui ra re ri ro sa se so ta te ti to u va ve vi ya zu`)

/** Family names past the listed ones are built from syllables: real registers have a long tail. */
const tail = 12_000
const familyTail: readonly string[] = (() => {
  const random = seededRandom(4)
  return Array.from({ length: tail }, () => {
    const parts = Array.from(
      { length: between(random, 2, 4) },
      () => syllables[Math.floor(random() * syllables.length)] ?? '',
    )
    const name = parts.join('')
    return name.charAt(0).toUpperCase() + name.slice(1)
  })
})()

const draws = new Map<number, (random: Random) => number>()
const rank = (random: Random, size: number): number => {
  const draw = draws.get(size) ?? zipf(size)
  draws.set(size, draw)
  return draw(random)
}

const familyOf = (random: Random, stock: NameStock, latin: boolean): string => {
  const size = stock.family.length + (latin ? tail : 0)
  const at = rank(random, size)
  return stock.family[at] ?? familyTail[at - stock.family.length] ?? 'Moreno'
}

const notLatin = new Set(['ru', 'ar', 'zh'])

/** A name with its parts, in the script of its language. */
export function personName(random: Random): { full: string; given: string; family: string } {
  let left = random() * 100
  const [language] = shares.find(([, share]) => (left -= share) < 0) ?? ['es']
  const stock = stocks[language] ?? { given: ['Ana'], family: ['Moreno'] }
  const latin = !notLatin.has(language)
  const one = stock.given[rank(random, stock.given.length)] ?? 'Ana'
  const second = latin && random() < 0.3 ? stock.given[rank(random, stock.given.length)] : undefined
  const given = second !== undefined && second !== one ? `${one} ${second}` : one
  const first = familyOf(random, stock, latin)
  const family = stock.twoFamilies && random() < 0.7 ? `${first} ${familyOf(random, stock, latin)}` : first
  return { full: language === 'zh' ? `${family}${given}` : `${given} ${family}`, given, family }
}
