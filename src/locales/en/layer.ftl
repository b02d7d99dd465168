### layer

layer-calendar-month = { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
layer-weekdays = Mo Tu We Th Fr Sa Su

layer-form-create = New { $kind ->
    [division] division
    [unit] unit
    [person] person
    [target] target
    [six_one] Six One
    [lead] lead
    [note] note
    [request] support request
    [mark] mark
   *[charter] charter
}
layer-form-edit = Edit { $id } { $name }
layer-form-why = Reason
layer-form-save = Save Ctrl-s
layer-form-waiting = Saving
layer-form-wrong = Something is not right yet: mend it first.
layer-form-unsaved = Something is not saved yet. Give it up?
layer-form-clash = changed meanwhile: choose
layer-form-mine = 1 mine: { $value }
layer-form-theirs = 2 theirs: { $value }
layer-form-date = { $date } { $day ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
}

layer-hint-next = next
layer-hint-must = must
layer-hint-warn = should
layer-hint-save = save
layer-hint-list = list
layer-hint-calendar = calendar
layer-hint-both = both values
layer-hint-day = move
layer-hint-month = month

layer-problem-double = taken by { $id } { $name }

layer-example-money = 3500万, 1.2亿, 12m
layer-example-date = 6/30, +7d, 2w
layer-example-name = a name, pinyin or initials
layer-example-choice = choose from the list
layer-example-words = between commas
layer-example-credit = 18 characters
layer-form-others = { $names } has a form open on this record too
layer-hint-editor = editor (Ctrl-j new line)
