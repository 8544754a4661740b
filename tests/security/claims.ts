/** What Amparo claims, by number. A test says what it proves by ending its title with `(claim 26)`. */
export interface Claim {
  readonly number: number
  readonly words: string
  /** What of it is not shown by a test here, or does not exist yet; without tests, the reason why there are none. */
  readonly open?: string
}

const later = 'Comes with anonymous intake, which does not exist yet.'

/**
 * The thirty properties that a system for people whose adversary is a state is held to. The numbers never change: tests
 * carry them.
 */
export const claims: readonly Claim[] = [
  {
    number: 1,
    words:
      'Whoever takes the disk finds no plaintext of a sealed value or of a file: not in the database, its log, files, temporary folders, search index, jobs or logs.',
    open: 'Values that are not sealed stand in the database in clear: who can read its disk reads them. Encrypt the disk as well.',
  },
  {
    number: 2,
    words:
      'A sealed value has a data key of its own, wrapped to each entitled person; who loses the entitlement loses the wraps.',
  },
  { number: 3, words: 'The server without an unlocked session cannot open a sealed report.', open: later },
  {
    number: 4,
    words:
      'Passphrases are kept by Argon2id with 128 MiB, a salt each, its parameters beside it; older ones are renewed at sign-in.',
  },
  {
    number: 5,
    words:
      'What verifies a passphrase at sign-in does not open what is sealed: two secrets, two derivations.',
  },
  {
    number: 6,
    words:
      'What the organisation sealed can be recovered from paper or by k of n custodians, and not by one fewer; losing all is said before it happens.',
  },
  { number: 7, words: 'A receipt for an anonymous report cannot be guessed.', open: later },
  {
    number: 8,
    words:
      'An unknown account and a wrong passphrase are alike in body, status, statements and Argon2 work; so are what is absent and what is forbidden.',
    open: 'That the times are alike as well is measured (bench/timing.ts) and not asserted: machines are shared.',
  },
  { number: 9, words: 'An anonymous write costs a proof of work, or time.', open: later },
  {
    number: 10,
    words: 'Guessing is limited by account and by address, for each secret on its own.',
    open: 'Only what proves a person is limited. Reading and searching are not; the ledger shows them.',
  },
  {
    number: 11,
    words:
      'Role × route × object is asserted from the router itself; a route without a policy does not compile.',
  },
  {
    number: 12,
    words:
      'Whatever is derived from a record obeys the same rule as the record: history, difference, hits, counts, facets, export, text of files, pictures, labels of links, ledger.',
    open: 'Map tiles and mail of notifications are not there to be tested yet.',
  },
  {
    number: 13,
    words:
      'A field that the rule hides is hidden in every form, order, filter, count, export, history and error text, whatever the schema.',
  },
  {
    number: 14,
    words:
      'A session is known by a cookie of this host alone or a header, is another at every sign-in and after a change of privilege.',
    open: 'A stolen cookie works from another machine until its session ends: it is not bound to a key of the browser.',
  },
  {
    number: 15,
    words:
      'A session ends when idle and in any case; pages that renew themselves do not prolong it; no draft is lost by it.',
    open: 'There is no warning before the end; what was being written comes back after signing in again.',
  },
  {
    number: 16,
    words:
      'A passkey signs in alone and as a second factor, several a person, always verifying who holds it; recovery codes are kept as hashes and good once.',
  },
  {
    number: 17,
    words:
      'No script runs that is not ours: no inline script, handler, eval or string that becomes markup; what is not a page has no rights at all. Chromium refuses them.',
  },
  {
    number: 18,
    words: 'Strict headers are on every answer: pages, errors, redirects, downloads, static files.',
    open: 'Referrer-Policy is same-origin and not no-referrer: with the latter browsers send `Origin: null` and plain forms break.',
  },
  {
    number: 19,
    words:
      'A file that somebody sent us comes as an attachment from a sandbox, and runs nothing: HTML, SVG, PDF.',
    open: 'The sandbox is that of the header (an opaque origin), not a host of its own.',
  },
  { number: 20, words: 'No page asks anything of a third party.' },
  { number: 21, words: 'Neither address nor browser of an anonymous sender is kept.', open: later },
  { number: 22, words: 'Times of anonymous reports are kept coarse.', open: later },
  { number: 23, words: 'Sizes of what is encrypted are padded.', open: later },
  {
    number: 24,
    words: 'The original is kept with its hash; what goes out as a copy is without hidden data.',
    open: 'Pictures only (JPEG, PNG, WebP, TIFF). Of other kinds no copy is offered rather than one that was not cleaned.',
  },
  {
    number: 25,
    words: 'What was redacted cannot be recovered.',
    open: 'There is no tool to redact with yet.',
  },
  {
    number: 26,
    words:
      'The ledger is append-only and chained, holds reads, searches, exports, denials and failed sign-ins; the serving login cannot change it, and any change is found and named.',
  },
  {
    number: 27,
    words:
      'Every record has a clock with its reason; what a purge takes is shown first; what remains names nobody; a restore does not bring it back.',
  },
  {
    number: 28,
    words:
      'An export is on the ledger before its first byte, of what the asker may see and no more; restricted data needs a second person; no cell is computed by a spreadsheet.',
  },
  {
    number: 29,
    words:
      'Every table of an organisation has a policy; with all ids of another organisation nothing is found and nothing changed.',
  },
  {
    number: 30,
    words:
      'Malformed requests and files made to do harm are refused, never a fault of ours; nothing acknowledged is lost by a kill, nothing half-written is left.',
    open: 'Releases are not signed yet, and there is no bill of materials besides the lock file.',
  },
]
