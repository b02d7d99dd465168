### Filters: what they find, what is wrong with them, those that are kept.

filter-count = { $shown } found
filter-unread = "{ $term }" does not filter: { $why }
filter-wrong = { $term }: { $why }
filter-unknown = no such field; quote it to find it as text
filter-unfinished = a value is missing
filter-no-order = takes : or = only, no more or less
filter-days = wants a number of days, like 30d
filter-overdue = Overdue
filter-today = Today
filter-week = 7 days
filter-month = 30 days
filter-red = Red
filter-silent = Silent 30 days
filter-platforms = Platforms
filter-none-saved = No saved filters here; filter first, then :filter save NAME.
filter-forget = Delete the saved filter { $name }?
filter-forgotten = Deleted the saved filter { $name }.
filter-nothing-to-save = Filter a table first, then save.
filter-saved = Saved the filter { $name }: { $text }. Press f to use it.
filter-save-help = Save the filter under a name
