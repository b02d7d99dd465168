### What a window says of its own.

app-full-width = A full-width character was taken as its half-width key; please switch the input method to English.
app-input-method = Single keys work here: switch the input method to English, or use arrows, Enter, Esc, Tab and digits.
app-pasted = Pasted text has no place here: open a form (o, e, n) or the filter (/) first.
app-needs-role = { $login } may only look; an admin can give you the right to edit in :show_people.
app-not-here = Not for what is under the cursor: { $what }.
app-no-division = There is no division of that number.
app-last-stage = It is at the last stage already.
app-first-stage = It is at the first stage; s parks it, x ends it.
app-no-such-move = It cannot move that way from here; m shows where it can go.
app-move-title = { $what }: move to
app-move-form = { $what }: move to { $to }
app-back-title = { $what }: back by a stage each
app-hold-title = Hold: { $what }
app-given-set = These records are a given set; e edits one.
app-ask-title = { $field }: { $what }
app-note-title = Note: { $what }
app-no-theme = There is no theme { $name }; choose from { $names }.
app-no-glyphs = There is no glyph set { $name }; choose auto, unicode or ascii.
app-glyphs = Glyphs: { $name }; this terminal gets { $set }.
app-mouse-on = Mouse on: click to choose, again to open; Shift selects text. Off with :mouse
app-mouse-off = Mouse off: it is the terminal's again.
app-title = guatu - { $name } - { $place }
app-not-utf8 = Not a UTF-8 locale: Chinese may be garbled. Start it as LANG=en_US.UTF-8 guatu
app-no-language = There is no language { $name }; choose zh-CN or en.
app-no-command = There is no command { $word }; press : and complete with Tab, or ? for the keys.
app-filter-off = The filter did not list { $id }, so it is cleared.
app-undo-many = This step created { $count } records, and undoing takes them all off (U does it again). Undo it?
app-copied = { $id } was sent to your terminal's clipboard.
app-nothing-changed = Nothing was changed.
app-at-the-top = This is the top: q or Ctrl-c quits.
app-draft = A form was left unsaved ({ $form }). Take it up again?
app-draft-of = { $verb }: { $what }
app-draft-gone = The record of the draft is no longer on the board, so it cannot be taken up.

layer-yes = Yes (y)
layer-no = No (n)
layer-hint-other = the other
layer-hint-own-key = the key at the right runs it
layer-no-match = Nothing matches
layer-hint-choose = choose
layer-hint-narrow = type to narrow
layer-hint-remove = delete
layer-hint-keep = keep the filter
layer-hint-clear = clear it
layer-hint-close = close
layer-hint-scroll = scroll
layer-hint-do = do it
layer-hint-complete = complete
layer-help-title = Keys valid here
layer-help-type = Type to find a key

app-too-small = The terminal is too small: at least { $columns } columns and { $rows } rows are needed. Enlarge it, or press q to quit.
app-lacking = { $done }; still lacking: { $fields }
app-accept = accept
app-whose = mine/all
app-first-step = First contact
app-accepted = Accepted { $id }: { $division }, { $owner }, { $due } { $step }, { $name }
app-accept-title = Accept { $what } for { $division }
app-accepted-many = Accepted { $count } for { $division } (u undo)
app-done-until = { $done }: { $date }
app-done-into = { $done }, into { $id } { $name }
app-done-undo = { $done } (u undo)
app-has-verdict = { $id } has its verdict already ({ $stage }); R transfers it.
app-park-title = Park { $what }: for how long
app-park-week = A week
app-park-month = A month
app-park-quarter = A quarter
app-park-date = Another date
app-duplicate-title = { $what } is a duplicate of
app-transfer-title = Transfer { $what }: to which division
app-transfer-here = it is here now
app-already-there = { $what } is in { $division } already: nothing was changed.
app-duplicate-other = Another lead
app-no-person = The roster has nobody, or several, called { $name }; Tab completes.
app-looking-back = Making the board of { $day } ready...
app-past = This is the board at the end of { $day }, to be looked at only; :now or Esc at the top goes back.
app-now = This is the board of now.
app-past-refused = This is the board of { $day } and cannot be changed; :now goes back first.
app-past-form = A form is open, so the board was not switched; close it and use :at again.
app-at-what = Say which day: :at 2026-10-01, :at -30d.
app-nothing-to-repeat = Nothing to repeat yet.
app-do-none = Do none
app-do-rest = Do the other { $count }
app-cannot-all = { $count } of { $all } cannot be done{ $same ->
    [0] { "" }
   *[other] , { $same } are so already
}
app-stays = Triage stays on a lead that got its verdict.
app-goes-on = Triage goes on to the next lead by itself.
app-who = { $who }: { $place }
app-who-own = { $who } (this window)
app-who-edits = { $who }: { $place }, editing { $id } { $name }
app-no-editor = The editor did not end well, so the text is as it was; check EDITOR in your environment.
app-dealt-with = { $id } has just been dealt with by somebody else; j goes on.
app-unmarked = Dealt with by somebody else and marked no longer: { $ids }.
app-moved-meanwhile = Somebody has just moved { $id }, so nothing was sent; look again and decide.
app-many = { $count } records
app-too-many = { $count } are marked; at most { $most } are changed at once.
app-does-not-fit = That cannot be done to { $id }.
app-has-left = { $name } has left already
app-leave-title = { $name } leaves: { $leads } leads, { $targets } targets, { $six_ones } Six Ones, { $divisions } headships go to
app-no-heir = Somebody else who is still here has to take over
app-next-face = next
app-request-step = { $verb ->
    *[take] take up
     [finish] finish
     [return] return
     [reopen] reopen
}
app-request-title = { $what }: { $verb }
app-request-closed = It is finished or returned; H reopens it for a reason.
app-typed-in = The figure of { $id } is typed in, nothing is counted for it; press i for its history
app-hold-hint = hold
app-done-state = { $done }: { $state }
app-go-inside = Press Enter to go to the requests of this unit first
theme-no-toml = this is not valid TOML
theme-unknown = themes have no { $key }
theme-value = { $key } is of the wrong kind
theme-colour = { $key }: there is no colour { $colour }
theme-no-text = neither styles.text nor a palette with ink and ground is given
theme-too-long = longer than { $room } KiB
theme-no-room = no room is left for it: all files together have { $room } KiB
theme-too-many = only { $most } files are read
theme-line = line { $line }: { $what }
theme-fault = { $file }: { $what }
theme-gone = The theme { $name } is gone; the default one is shown.
theme-own = yours
theme-faulty = faulty
theme-dark = dark
theme-light = light
theme-projector = every text at 7:1
theme-safe = for eyes that do not tell red from green
theme-sixteen = the terminal's own 16 colours
theme-mono = no colours
