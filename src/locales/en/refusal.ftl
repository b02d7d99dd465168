### What a Transaction is called, and why one was refused: what happened and what to do.

label-one = { $verb } { $id } { $name }
label-move = { $verb } { $id } { $name } to { $to }
label-many = { $verb } { $name } ({ $count })
label-many-to = { $verb } { $name } and others ({ $count }) to { $to }
label-found = { $verb } { $name }
label-undone = Undone: { $what }
label-redone = Redone: { $what }
label-since = Since the mark "{ $name }" ({ $at })

value-empty = (empty)
value-yes = yes
value-no = no

refusal-conflict = { $field } of { $id } is "{ $theirs }" by now ({ $by } changed { $id } last), you have "{ $mine }": choose one and save again.
refusal-gone = { $id } is no longer on the board: it may just have been undone, go back to the list.
refusal-taken = { $id } is on the board already and cannot be created again.
refusal-misfit = { $field } of { $id } does not fit: { $why }.
refusal-required = { $id }: { $field } cannot be empty.
refusal-in-use = { $count } other records refer to { $id }: change those first.
refusal-changed = { $id } was changed by { $by } since; edit or end it instead.
refusal-no-move = { $id } cannot go from { $from } to { $to }; it can go to: { $open }.
refusal-lacks = { $id } still lacks: { $fields }. Fill them in and try again.
refusal-double = { $field } is taken by { $other } { $name }: choose another.
refusal-role = This needs the role { $role }: ask an admin for it.
refusal-why = a reason
refusal-nothing-to-undo = You have nothing to undo.
refusal-nothing-to-redo = You have nothing to redo.
refusal-not-undone = Not undone: { $why }
refusal-not-redone = Not redone: { $why }
refusal-since = { $by } has set { $field } of { $id } to "{ $theirs }"; edit it instead.
refusal-full = Not saved: the disk is full. Free some room and try again.
refusal-read-only = Not saved: the data folder cannot be written. Check its permissions and try again.
refusal-store = Not saved: { $what }. Tell the admin.
refusal-stopping = Not saved: the server is stopping. Run guatu again.
refusal-halted = Not saved: the part that writes has stopped working. Run "guatu server restart".

trouble-full = the disk is full
trouble-read-only = the data folder cannot be written
trouble-owned = another process holds the data folder: end it
trouble-damaged = the stored data is damaged: run "guatu check" to see where
trouble-system = the system says "{ $said }"
trouble-internal = the program failed inside: try again, or else run "guatu server restart"
trouble-halted = the part that writes has stopped working
trouble-line-full = Disk full: look only, no change is kept. Free some room and it goes on by itself
trouble-line-read-only = The data folder cannot be written: look only, no change is kept. Mend its rights and it goes on by itself
trouble-line-halted = Look only, no change is kept. Run "guatu server restart"
trouble-line-snapshot = Changes are kept, but no snapshot can be made: { $why }
trouble-line-other = Storage trouble, look only, no change is kept: { $why }

misfit-sort = wrong sort of value
misfit-choice = there is no choice "{ $word }"
misfit-kind = { $id } is another kind of record
misfit-credit-code = not a credit code of 18 characters with the right check digit
misfit-negative = it cannot be negative
misfit-required = it cannot be empty
misfit-order = it contradicts another field
misfit-itself = it cannot refer to itself
misfit-loop = that lead itself came from this one
misfit-too-many = { $count } at most

charter-line = Line { $line } of the charter file cannot be read: { $what }
charter-value = { $key } of the charter file cannot be "{ $value }".
charter-twice = { $key } "{ $value }" stands twice in the charter file.
charter-divisions = The charter file has { $count } divisions; it can have 1 to 9.
refusal-last-admin = This is the last admin with a login: name another admin first.
problem-unit = no unit given: write 3500万, 1.2亿 or 12m
problem-money = not an amount, such as 3500万, 1.2亿 or 12m
problem-large = too large
problem-date = not a date, such as 6/30, +7d or 2w
problem-ambiguous = day or month first? Write 2026-3-4
problem-no-day = there is no such day
problem-number = not a whole number
problem-flag = neither yes nor no
problem-choice = must be one of: { $words }
problem-nobody = nothing is called so
problem-several = several are called so: { $who }
problem-shape = cannot be given like this

past-ahead = That day has not come; the last one to be seen is today, { $today }.
past-before-founding = There was no board then; the first day to be seen is { $day }.
past-before-history = The history of that day was put away; the first day to be seen is { $day }.
past-unfounded = There is no board yet, and so no history to look back at.
past-busy = Another day is being made ready; try again in a moment.
past-unreadable = The history cannot be read, so there is no looking back; have the administrator run guatu check.
past-no-mark = There is no mark yet; :mark NAME sets one.
past-no-mark-named = There is no mark "{ $name }".
