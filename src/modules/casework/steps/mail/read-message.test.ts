import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { looksLikeMessage, readMessage } from './read-message.ts'
import { decodeHeader, parseParameters } from './header-text.ts'
import { htmlToText } from './html-text.ts'

const bytes = (text: string) => Buffer.from(text, 'utf8')
const b = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`
const q = (text: string) =>
  `=?utf-8?q?${[...Buffer.from(text)].map((one) => (/[A-Za-z0-9]/.test(String.fromCharCode(one)) ? String.fromCharCode(one) : `=${one.toString(16).padStart(2, '0').toUpperCase()}`)).join('')}?=`

/** Anything a person may write in one line. */
const line = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) =>
    text
      .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((text) => text.isWellFormed())

describe('headers', () => {
  test('give back what was encoded, in words of either kind, cut anywhere', () => {
    fc.assert(
      fc.property(line, fc.nat(80), fc.boolean(), (text, at, quoted) => {
        const raw = Buffer.from(text)
        // Cut between bytes, even inside a character, as careless programs do.
        const cut = Math.min(at, raw.length)
        const word = (part: Buffer) =>
          quoted
            ? `=?UTF-8?Q?${[...part].map((one) => `=${one.toString(16).padStart(2, '0')}`).join('')}?=`
            : `=?utf-8?b?${part.toString('base64')}?=`
        expect(decodeHeader(`${word(raw.subarray(0, cut))} ${word(raw.subarray(cut))}`)).toBe(text)
      }),
    )
  })

  test('that are not encoded stay as they are; other charsets are read', () => {
    expect(decodeHeader('Hello =?iso-8859-1?Q?Mar=EDa?= again')).toBe('Hello María again')
    expect(decodeHeader(`${b('Señal')} ${q(' de vida')}`)).toBe('Señal de vida')
    expect(decodeHeader('=?koi8-r?B?8NLJ18XU?=')).toBe('Привет')
    expect(decodeHeader('=?no-such?Q?abc?=')).toBe('abc')
  })

  test('parameters in pieces and in charsets (RFC 2231)', () => {
    const { value, parameters } = parseParameters(
      'attachment; filename*0*=UTF-8\'\'caf%C3%A9%20; filename*1="de \\"ayer\\".pdf"; size=12',
    )
    expect(value).toBe('attachment')
    expect(parameters.get('filename')).toBe('café de "ayer".pdf')
    expect(parameters.get('size')).toBe('12')
  })
})

const sample = [
  'Return-Path: <x@example.org>',
  `From: ${b('Núria')} <nuria@example.org>`,
  'To: desk@example.org,',
  '\tother@example.org',
  `Subject: ${q('Visita del lunes')}`,
  'Date: Mon, 4 May 2026 18:05:00 -0300 (ART)',
  'Message-ID: <1@example.org>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="o=_u"',
  '',
  'preamble',
  '--o=_u',
  'Content-Type: multipart/alternative; boundary=in',
  '',
  '--in',
  'Content-Type: text/plain; charset=utf-8',
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'El consulado prometi=C3=B3 una visita=20',
  'el lu=',
  'nes.',
  '--in',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<p>El consulado <b>prometió</b><img src="https://track.example/1.gif"></p>',
  '--in--',
  '--o=_u',
  'Content-Type: application/pdf; name="informe.pdf"',
  'Content-Transfer-Encoding: base64',
  "Content-Disposition: attachment; filename*=UTF-8''informe%20m%C3%A9dico.pdf",
  '',
  Buffer.from('%PDF-1.4 x').toString('base64'),
  '--o=_u--',
  'epilogue',
]

describe('a message', () => {
  test.each([
    ['with the line ends of mail', '\r\n'],
    ['with the line ends of a paste', '\n'],
  ])('%s: headers, the plain words, the files', (_name, end) => {
    const read = readMessage(bytes(sample.join(end)))
    expect(read).toMatchObject({
      from: 'Núria <nuria@example.org>',
      to: 'desk@example.org, other@example.org',
      subject: 'Visita del lunes',
      id: '<1@example.org>',
      text: 'El consulado prometió una visita \nel lunes.',
    })
    expect(read.date?.toISOString()).toBe('2026-05-04T21:05:00.000Z')
    expect(read.attachments.map(({ name, type }) => [name, type])).toEqual([
      ['informe médico.pdf', 'application/pdf'],
    ])
    expect(Buffer.from(read.attachments[0]?.bytes ?? []).toString()).toBe('%PDF-1.4 x')
  })

  test('carries any bytes whole, in base64 and as they are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.boolean(), (given, coded) => {
        const mark = 'b0undary-that-no-file-holds'
        const content = coded
          ? Buffer.from(given).toString('base64').replace(/.{60}/g, '$&\r\n')
          : Buffer.from(given).toString('latin1')
        const text = [
          'From: a@b.example',
          `Content-Type: multipart/mixed; boundary=${mark}`,
          '',
          `--${mark}`,
          'Content-Type: application/octet-stream; name=a.bin',
          `Content-Transfer-Encoding: ${coded ? 'base64' : 'binary'}`,
          '',
          content,
          `--${mark}--`,
          '',
        ].join('\r\n')
        const [file] = readMessage(Buffer.from(text, 'latin1')).attachments
        expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(given))).toBe(true)
      }),
    )
  })

  test('gives back any text in any of the encodings', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.constantFrom('base64', 'quoted-printable', '8bit'),
        (given, encoding) => {
          const text = given.replace(/[\0\r\n\uFEFF]/g, ' ').trim()
          fc.pre(text.isWellFormed())
          const raw = Buffer.from(text)
          const body =
            encoding === 'base64'
              ? raw.toString('base64')
              : encoding === '8bit'
                ? raw.toString('latin1')
                : [...raw]
                    .map((one) => `=${one.toString(16).padStart(2, '0').toUpperCase()}`)
                    .join('')
                    .replace(/(.{72})/g, '$1=\r\n')
                    .replace(/=\r\n$/, '')
                    .replace(/(=[0-9A-F]?)=\r\n([0-9A-F]{1,2})/g, '$1$2')
          const message = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}`
          expect(readMessage(Buffer.from(message, 'latin1')).text).toBe(text)
        },
      ),
    )
  })

  test('never throws and is never slow, whatever it is given', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              ...sample,
              '--o=_u',
              '--in',
              '',
              'Content-Type: multipart/mixed; boundary=in',
              '=?utf-8?q?',
            ),
            fc.string(),
          ),
          { maxLength: 60 },
        ),
        (lines) => {
          const read = readMessage(bytes(lines.join('\r\n')))
          expect(typeof read.text).toBe('string')
          for (const { name } of read.attachments) expect(name).toMatch(/^[^/\\]+$/)
        },
      ),
    )
    const begun = performance.now()
    readMessage(bytes(`Content-Type: multipart/mixed; boundary=a\n\n${'--a\n'.repeat(100_000)}`))
    readMessage(bytes(`Content-Type: text/html\n\n${'<a href="'.repeat(50_000)}`))
    readMessage(bytes(`Subject: ${'=?utf-8?q?'.repeat(50_000)}`))
    expect(performance.now() - begun).toBeLessThan(3_000)
  })

  test('is known by its first lines', () => {
    expect(looksLikeMessage('From: a@b.example\nSubject: x\n\nhola')).toBe(true)
    expect(looksLikeMessage('Hola: ¿cómo está?\n\nSubject: no')).toBe(false)
  })
})

describe('HTML', () => {
  test('becomes words: nothing unseen, where a link leads, no markup', () => {
    expect(
      htmlToText(
        '<style>p{}</style><p>Uno&nbsp;&amp; dos<br>tres <a href="https://x.example/a?b=1&amp;c">aquí</a></p><script>alert(1)</script><p>1 < 2',
      ),
    ).toBe('Uno & dos\ntres aquí [https://x.example/a?b=1&c]\n\n1 < 2')
  })
})
