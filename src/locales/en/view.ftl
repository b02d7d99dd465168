### view
view-today = today
view-yesterday = yesterday
view-days-ago = { $days }d ago
view-demo = DEMO
view-days-left = { $days } days left
view-days-over = { $days } days past the end
view-attached = here: { $names }
view-attached-more = here: { $names } and others, { $count } in all
view-signed = Signed
view-paid-in = Paid in
view-welcome = No leads and no targets yet. Press o for a new record, or bring a sheet in with guatu import FILE.csv; press ? for the keys valid here
view-no-headline = No headline target
view-no-leads = No active leads
view-deadlines = Next deadlines
view-urgent = Most urgent leads
view-on-hold = on hold { $count }
view-six-ones = Six Ones { $ready }/6
view-pace = pace { $pace }%
view-lacking = Lacking: { $fields }
view-requests = Support requests
view-notes = Notes
view-progress = progress
view-col-id = Id
view-col-light = Light
view-col-stage = Stage
view-col-silent = Days
view-col-figures = Done/goal
view-none-found = Nothing matches. Press \ to clear the filter
view-empty-leads = No leads yet. Press o for a new one, or bring a sheet in with guatu import FILE.csv
view-empty-records = Nothing here yet. Press o for a new record
view-history = All history
view-history-of = History of { $id } { $name }
view-history-empty = Nothing yet
view-why = Why: { $why }
view-created = created
view-ended = taken off
view-restored = put back
view-nothing = (empty)
view-more-changes = and { $count } more changes
view-too-small = Too small: { $columns } columns and { $rows } rows are needed. q quits
view-newest = newest first
view-ordered = by { $column }
view-ordered-back = by { $column }, reversed
view-filtered = filter "{ $typed }"
view-kind = { $kind ->
    *[lead] Leads
     [target] Targets
     [six_one] Six Ones
     [request] Support requests
     [person] People
     [unit] Units
     [division] Divisions
     [note] Notes
     [mark] Marks
     [charter] Charter
}
view-stage = { $stage ->
    *[lead] Lead
     [talk] Talk
     [sign] Sign
     [land] Land
     [build] Build
     [run] Run
}
view-stage-tiny = { $stage ->
    *[lead] New
     [talk] Tlk
     [sign] Sgn
     [land] Lnd
     [build] Bld
     [run] Run
}
view-silent = { $days }d silent
view-not-begun = { $days }d late
view-behind = { $points } behind
view-late = { $days }d late
