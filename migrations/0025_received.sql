-- What an organisation looks up in the catalogue is kept in the book of its procedures: beside rules (`check`), any fact
-- of a mechanism (`fact`), what its compiler asked to verify (`verify`), where a State stands towards a body or a treaty
-- (`state`). As all of the book: seen by its own organisation, written by who administers, never changed or taken away.
alter table procedure_book drop constraint procedure_book_kind_check;
alter table procedure_book add constraint procedure_book_kind_check
  check (kind in ('procedure', 'check', 'day', 'calendar', 'margin', 'fact', 'verify', 'state'));
