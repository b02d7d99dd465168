### Commands, import and export

problem-unit = no unit given: write 3500万 or 1.2亿元
problem-money = not an amount
problem-large = too large
problem-date = not a date
problem-ambiguous = day or month first? Write 2026-3-4
problem-no-day = there is no such day
problem-number = not a whole number
problem-flag = neither yes nor no
problem-choice = must be one of: { $words }
problem-nobody = nothing is called so
problem-several = several are called so: { $ids }
problem-shape = cannot be given like this

import-read = { $encoding }, header in row { $header }, { $rows } rows of data
import-to-progress = progress note
import-to-remark = note
import-to-extra = extra column
import-taken = {" "}(another column is { $field })
import-unlike = {" "}(most of it does not read as { $field })
import-named-by = No column of names: { $field } is taken
import-counts = { $created } new, { $present } on the board already, { $refused } left out
import-people = { $count } people added: { $names }
import-units = { $count } units added: { $names }
import-below = { $count } rows below the end of the table not read
import-issue = { $cell } "{ $text }": { $why }
import-nameless = no name, row left out
import-twice = same code as row { $row }, row left out
import-stage = unknown stage, row left out
import-several-people = several people: the first is the owner, the text is kept as an extra column
import-unread = { $field }: { $problem }, the text is kept as an extra column
import-more-issues = { $count } more problems
import-dry = Only a preview: nothing was changed.
import-done = Imported { $file }: { $created } new; guatu undo takes it back whole.
import-nothing = { $file } holds no new leads.
import-no-name = No column of names: say which with --map 'header=name'.
import-no-unit = { $columns } has no unit: add --unit 万元 or --unit 元.
import-empty = The file is empty.
import-binary = Neither CSV nor JSON: save it as CSV first.
import-json = Not JSON as guatu exports it: { $what }
import-map = --map takes 'header=field'; there is no field { $field }.
import-unit = Unknown unit { $unit }: use 元, 万元 or 亿元.
import-cancelled = Cancelled: nothing was changed.

command-kind = There is no kind of record { $word }; use one of: { $kinds }
command-id = { $word } is not an id like L42, T7 or R3.
command-no-record = { $id } is not on the board.
command-set = { $word } is not of the form field=value.
command-field = A { $kind } has no field { $name } that can be set; use one of: { $keys }
command-value = { $field } cannot be "{ $text }": { $why }.
command-add-stage = A new lead begins at the stage lead: add it, then move it.
command-same = Nothing changes.
command-not-lead = { $id } is not a lead and cannot be moved.
command-stage = There is no stage { $word }; use one of: { $stages }
command-there = { $id } is at { $stage } already.
command-division = No division { $word }: { $why }.
command-journal = The history cannot be read: { $what }
command-unfounded = The board has not been founded: run guatu.
command-demo = DEMO
command-days-left = { $days } days left
command-totals = signed { $signed }  paid in { $paid }  { $lights }  Six Ones { $ready }/{ $all }
command-pace = { $name } { $reached }% (pace { $pace }%)
command-next = { $due } { $id } { $name }
command-light = Light
command-agree = Journal, records and references agree, up to number { $seq }.
command-heads = The board stands at { $board }, the journal at { $journal }: run guatu server restart.
command-index = The counts do not agree with the records: run guatu server restart.
command-dangling = { $id } refers to { $to }, which is not there.
import-large = The file is larger than { $megabytes } MB: split it and import the parts.
command-head-no = No
command-head-stages = Lead/Talk/Sign/Land/Build/Run
command-head-lights = Leads
command-head-six = Six Ones
command-head-target = Headline target
command-head-next = Next deadline
command-head-division = Division
