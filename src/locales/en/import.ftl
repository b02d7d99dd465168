# The preview of an import, and files in a window.
import-page = { $page ->
    *[mapping] Mapping
     [problems] Problems
     [rows] Rows
     [settings] Options
}
import-next-page = next page
import-sheet = sheet { $name } ({ $number } of { $of })
import-header = header in row { $row }
import-taken-sheet = imported
import-left-sheet = left out
import-count = { $of ->
    *[new] new
     [changed] changed
     [same] same
     [refused] refused
     [passed] passed
     [doubles] doubles?
     [below] not read
}
import-adds = adds { $people } people, { $units } units
import-added = Added to the roster: { $names }
import-counted = { $rows } rows: { $new } new, { $changed } changed
import-planning-at = Checking rows { $percent }%
import-reading-at = Reading the file: { $kilobytes } KB
import-can-cancel = Esc cancels; nothing is changed
import-column = { $of ->
    *[header] Header
     [samples] Samples
     [field] Field
     [sure] Because
     [cell] Cell
     [text] Text
     [why] Problem
     [row] Row
     [name] Name
     [fate] Result
     [more] More
}
import-to-nothing = left out
import-by-hand = by hand
import-by-name = same name
import-by-likeness = { $percent }% alike
import-there-is = taken: { $field }
import-not-like = unlike { $field }
import-nothing-on = { $page ->
    *[problems] No problems. 4 shows the settings, i imports
     [rows] No rows of data
}
import-row-is = Row { $row }: { $fate } { $more }
import-setting = { $setting ->
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
import-as-it-says = as the sheet says
import-none = none
import-lacking = { $cell } "{ $text }" does not say
import-lacks = A unit of money or the order of dates is missing and must be chosen first: press w
import-lacks-nothing = No unit and no order of dates is missing
import-no-choice = There is nothing else to choose
import-goes-to = { $header } goes to
import-go = Import: { $what }
import-sure = Import { $file }: { $what }. u takes it back whole. Import now?
import-nothing-to-do = No row to import
import-leave = What you changed by hand will be lost. Leave the preview? (Nothing on the board has changed.)
import-left = The preview is closed; nothing was changed
import-again-since = The board has changed since; it was checked again: please look once more
import-fault = The preview has failed; nothing was changed, and other windows go on
import-offered = The preview of { $file } was left unfinished; nothing was changed. Open it again?
file-which = Add the file: :{ $command } FILE
file-writing = Writing { $path }
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
import-may-repeat = may repeat { $like } ({ $why })
import-notes = { $count } notes
import-choices-kept = The mapping is saved as "{ $name }": f offers it for sheets with the same headers
import-none-fits = No saved mapping fits these headers
import-row-usual = By the mode
import-row-skip = Skip this row
import-row-create = Create a new record
import-row-update = Update { $what }
import-by-synonym = synonym
