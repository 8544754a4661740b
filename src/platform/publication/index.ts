/** What becomes public: projections that know what they rest on, and the door of the database. See README.md. */
export {
  type Ending,
  type ProjectionDraft,
  type Shown,
  newestFirst,
  projectRecord,
} from './project-record.ts'
