### What a window says of its own.

app-full-width = A full-width character was taken as its half-width key; please switch the input method to English.
app-input-method = Single keys work here: switch the input method to English, or use arrows, Enter, Esc, Tab and digits.
app-needs-role = { $login } may only look; an admin can give you the right to edit in :show_people.
app-not-here = Not for what is under the cursor: { $what }.
app-no-division = There is no division of that number.
app-quit-unsaved = The form is not saved. Quit all the same?
app-last-stage = It is at the last stage already.
app-first-stage = It is at the first stage; s parks it, x ends it.
app-no-such-move = It cannot move that way from here; m shows where it can go.
app-move-title = { $id } { $name }: move to
app-move-form = { $id } { $name }: move to { $to }
app-hold-title = Hold: { $name }
app-given-set = These records are a given set; e edits one.
app-ask-title = { $what }: { $id } { $name }
app-note-title = Note: { $id } { $name }
app-no-theme = There is no theme { $name }; choose from { $names }.
app-no-glyphs = There is no glyph set { $name }; choose unicode or ascii.
app-no-language = There is no language { $name }; choose zh-CN or en.
app-no-command = There is no command { $word }; press : and complete with Tab, or ? for the keys.
app-copied = { $id } was sent to your terminal's clipboard.
app-nothing-changed = Nothing was changed.
app-at-the-top = This is the top: q or Ctrl-c quits.
app-draft = A form was not saved when the link dropped ({ $verb }: { $what }). Take it up again?
app-draft-gone = The record of the draft is no longer on the board, so it cannot be taken up.

layer-yes = Yes (y)
layer-no = No (n)
layer-hint-other = the other
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
