# The preview of an import, and files in a window.
preview-page = { $page ->
    *[mapping] Mapping
     [problems] Problems
     [rows] Rows
     [settings] Options
}
preview-next-page = next page
preview-sheet = sheet { $name } ({ $number } of { $of })
preview-header = header in row { $row }
preview-taken-sheet = imported
preview-left-sheet = left out
preview-count = { $of ->
    *[new] new
     [changed] changed
     [same] same
     [refused] refused
     [passed] passed
     [doubles] doubles?
     [below] not read
}
preview-adds = adds { $people } people, { $units } units
preview-added = Added to the roster: { $names }
preview-counted = { $rows } rows: { $new } new, { $changed } changed
preview-no-name = No column of names: press 1, then Enter on the column that is
preview-rows-of = { $rows } rows
preview-hidden = { $count } hidden
preview-fill-down = Fill blank cells down
preview-fill-not = Leave blank cells blank
preview-filled = filled down
preview-fillable = can be filled
preview-fill-why = Many blank cells, as of lost merged cells: Enter offers to fill them down
preview-done = Imported { $file }: { $what }
preview-planning-at = Checking rows { $percent }%
preview-reading-at = Reading the file: { $kilobytes } KB
preview-can-cancel = Esc cancels; nothing is changed
preview-column = { $of ->
    *[header] Header
     [samples] Samples
     [field] Field
     [sure] Because
     [cell] Cell
     [text] Text
     [why] Problem
     [read] Read as
     [row] Row
     [name] Name
     [fate] Result
     [more] More
}
preview-to-nothing = left out
preview-by-hand = by hand
preview-by-name = same name
preview-by-likeness = { $percent }% alike
preview-there-is = taken: { $field }
preview-not-like = unlike { $field }
preview-nothing-on = { $page ->
    *[problems] No problems. 4 shows the options, i imports
     [no-problems] No problems
     [rows] No rows of data
}
preview-row-is = Row { $row }: { $fate }
preview-setting = { $setting ->
    *[kind] Kind
     [mode] Mode
     [matching] Matched by
     [unit] Amounts without a unit
     [order] Order of dates
     [division] Division if none
     [saved] Saved mappings
     [row] This row
     [go] Import
}
preview-as-it-says = as the sheet says
preview-none = none
preview-lacking = { $cell } "{ $text }" does not say
preview-lacks = { $of ->
    *[unit] { $cell } "{ $text }" does not say its unit, which must be chosen first: press w
     [order] { $cell } "{ $text }": day or month first? It must be chosen first: press w
}
preview-asked = { $of ->
    *[unit] No unit: w chooses it
     [order] Day or month first? w chooses
}
preview-heading = Heading
preview-no-unit = lacks its unit
preview-no-order = lacks its order
preview-lacks-nothing = No unit and no order of dates is missing
preview-no-choice = There is nothing else to choose
preview-goes-to = { $header } goes to
preview-go = Import: { $what }
preview-sure = Import { $file }: { $what }. u takes it back whole. Import now?
preview-nothing-to-do = No row to import
preview-leave = What you changed by hand will be lost. Leave the preview? (Nothing on the board has changed.)
preview-left = The preview is closed; nothing was changed
preview-again-since = The board has changed since; it was checked again: please look once more
preview-fault = The preview has failed; nothing was changed, and other windows go on
preview-offered = The preview of { $file } was left unfinished; nothing was changed. Open it again?
preview-name-which = Add a name: :{ $command } NAME
file-no-such-folder = No such folder for { $path }
file-which = Add the file: :{ $command } FILE
file-writing = Writing { $path } (Esc cancels)
file-stopping = Cancelling
file-stopped = Cancelled: { $path } was not written
file-replace = There is a file { $path } already. Write over it?
file-not-found = No such file: { $path }
file-denied = Permission denied: { $path }
file-folder = A folder, not a file: { $path }
file-exists = There is a file already: { $path }
file-other = { $path }: { $why }
file-ending = The name must end in .xlsx, .csv, .json, .jsonl, .md or .ics
file-busy = Another file is still under way: a moment, please
file-fault = Making the file has failed; other windows go on
file-no-such-kind = What is listed here cannot be exported: go to leads, targets, people, requests or Six Ones
preview-may-repeat = may repeat { $like } ({ $why })
preview-notes = { $count } notes
preview-choices-kept = The mapping is saved as "{ $name }": f offers it for sheets with the same headers
preview-none-fits = No saved mapping fits these headers
preview-row-usual = By the mode
preview-row-skip = Skip this row
preview-row-create = Create a new record
preview-row-update = Update { $what }
preview-by-synonym = synonym
