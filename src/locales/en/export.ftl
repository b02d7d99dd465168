### Files out: the command, and the words in the files.

help-export = Write records to a file: a ledger as XLSX, CSV, JSON, JSON Lines or Markdown, deadlines as iCalendar
help-export--file = The file, ending in .xlsx, .csv, .json, .jsonl, .md or .ics; - for standard output
help-export--kind = Which records: leads, targets, people, requests, six_ones; without it leads, in a calendar all deadlines
help-export--filter = Only what a filter finds, written as in a list, like div:4 light:red
help-export--columns = Which columns, between commas: fields by key, label or synonym, and id, light, reason, progress, note, extra
help-export--form = The form, whatever the ending says: xlsx, csv, json, jsonl, md, ics
help-export--lang = The language of headers and words: zh or en; without it your own
help-export--force = Write a file that is there anew
usage-word-fields = FIELDS
usage-word-form = FORM
usage-word-lang = LANG

command-exported = Exported { $count } { $kind ->
    *[lead] leads
     [target] targets
     [person] people
     [request] requests
     [six_one] Six Ones
     [date] deadlines
} to { $file }.
command-export-ending = The file to export to must end in its form ({ $forms }), or say it with --form.
command-export-how = To write to standard output, say the form with --form: { $forms }.
command-export-form = There is no form "{ $word }" to export to; there are { $forms }.
command-export-terminal = A workbook cannot be shown on a terminal: write it to a file or a pipe.
command-export-column = There is no column "{ $word }"; there are id, light, reason, progress, note, extra and the fields { $keys }.
command-export-no-columns = A calendar has no columns: leave --columns out.
command-export-lang = There is no language "{ $word }"; there are zh and en.
command-export-many = A sheet has { $most } rows at most: add --filter, or export CSV.
command-export-cut = { $count } cells are longer than 32,767 characters: the sheet has their beginnings, "Long texts" has them whole; to bring them back as they are, use CSV or JSON.

export-red = Red
export-yellow = Yellow
export-green = Green
export-grey = Grey
export-light-on = { $day }: { $light }
export-next-step = Next step
export-stage = Stage
export-owner = Owner
export-division = Division
export-title = { $name } { $kind } ({ $day }, { $count } in all)
export-footer = &L&A&RPage &P of &N
export-sheet-ledger = Ledger
export-sheet-figures = Figures
export-sheet-six = Six Ones
export-sheet-pledges = Commitments
export-sheet-long = Long texts
export-long = Texts that do not fit a cell, whole and in parts
export-record = Record
export-column = Column
export-part = Part
export-text = Text
export-list-title = Not in the list
export-list = This word is not in the list. A synonym that an import knows may stay.
export-figures = Figures ({ $day }, { $count } leads of the ledger)
export-reached = Leads that reached it
export-rate = Rate
export-done = Done
export-pace = Pace
export-light = Light
export-reason = Light reason
export-headline = Headline target
export-percent = Percent
export-leads = Leads
export-no-division = No division
export-six = Six Ones ({ $day }, { $ready }/{ $all } in place)
export-ready = In place
export-meeting = Meeting
export-day = Day
export-actual = Reached
export-chart-funnel = The funnel, with leads that were closed or parked
export-chart-pace = Headline targets of the divisions: done and pace
export-chart-lights = Leads of the divisions by light
