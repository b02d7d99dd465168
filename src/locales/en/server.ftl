### Attaching, the server's life, and what can go wrong with them: what happened and what to do.

help = A terminal board for wall-chart campaigns; without a command it opens the board
help--data = The board's data folder; else that of the variable GUATU_DATA
help--charter = Charter file (TOML) that a new board is founded on
help-serve = Run the server in the foreground, for a service manager
help-serve--group = Let this Unix group in
help-server = Ask, stop or restart the server
help-server-status = Say whether a server runs, since when, and who is attached
help-server-stop = Stop the server
help-server-restart = Restart the server; open windows come back by themselves
help-demo = Open a throw-away board with fictional data
help-status = Print the totals and each division
help-status--at = As it was at the end of a day: 2026-10-01, -30d
help-status--json = As JSON

server-status = Server { $pid } runs since { $since }, { $windows ->
    [one] 1 window is open
   *[other] { $windows } windows are open
}, data in { $data }
server-stays = It stays until it is stopped.
server-leaves = It stops by itself when nobody has been attached for a while.
server-stopped = Server { $pid } has stopped.
server-restarted = Server { $pid } runs again.

server-none = No server runs for { $data }.
server-none-hint = Run guatu to open the board: that starts one.
server-cannot-start = No server runs for { $data }, and none can be started there: { $why }.
server-cannot-start-hint = Ask who runs the board to start its server, or choose another folder with --data DIR.
server-kept-hint = Only { $who }, whose folder it is, can start it: ask who looks after the board to run "systemctl start guatu", or "guatu --data { $data } serve --group GROUP" as { $who }.
server-cannot-found = There is no board in { $data }, and none can be founded there: { $why }.
server-cannot-found-hint = Name the board's folder with --data DIR or GUATU_DATA; to found a new one, choose a folder where you may write.
server-founded = A new board was founded in { $data }.
server-denied = You may not talk to the server of { $data }.
server-denied-hint = Ask who runs it to start it with "guatu serve --group NAME" for a group that you are in.
server-not-yours = Only the board's admins and whoever runs the server may stop or restart it.
server-other = The server speaks protocol { $server }, this program { $here }.
server-other-hint = Run "guatu server restart": open windows come back by themselves.
server-newer-hint = Run guatu again; if it still says so, this program is older than the server: update it.
server-lost = The server has gone away without a word. What was confirmed is saved.
server-lost-hint = Run guatu again: it starts the server anew.
server-lost-midway = This command may or may not have been written: look at the newest line with guatu history --limit 1 before you do it again.
server-ended = The server was stopped. What was confirmed is saved.
server-restarts = The server is restarting: try again in a moment.
server-fault = This window has failed; the server and all other windows go on.
server-garbled = The server and this program do not understand each other.
server-no-terminal = The board needs a terminal for its keys and its screen.
server-no-term = TERM is not set, so nobody knows how to draw the board on this terminal.
server-bare-term = The board cannot be drawn on a terminal with TERM={ $term }.
server-term-hint = If it can move its cursor, run TERM=xterm-256color guatu; else read guatu status.
server-no-terminal-hint = In scripts use "guatu status", "guatu list" and the like.
server-shared = Other users may write to { $data }: a board is kept in a folder of its own.
server-shared-hint = Name another one with --data DIR, or run "chmod go-w { $data }".
server-closed = Group { $group } cannot reach the socket in { $data }.
server-closed-hint = Run "chgrp { $group } { $data }" and "chmod g+x { $data }", or keep the board in a folder of its own with --data DIR.
server-owned = A server runs for { $data } already (process { $pid }).
server-owned-hint = Run "guatu server stop" to stop it, or guatu to open the board.
server-in-use = A server runs for { $data }: no backup is restored under it.
server-in-use-hint = Run "guatu --data { $data } server stop", then restore again; or restore it elsewhere with --data DIR.
server-no-group = There is no Unix group "{ $name }".
server-not-founded = The board could not be founded: { $why }
server-no-home = There is no home folder to keep a board in.
server-no-home-hint = Say where with --data DIR or GUATU_DATA.
server-slow = The server takes unusually long.
server-see-log = { $path } says what it is doing.
server-system = The system refuses: { $why }.
server-file = { $path } cannot be used: { $why }.
server-exists = { $path } is there already and stays as it is.
server-exists-hint = Choose another name, or add --force to write a file of that name anew.
server-unsound = What was written for { $path } does not read back as it was written; it was not kept.
server-unsound-hint = The disk may be failing: write to another one.
server-charter = The charter file { $path } cannot be used. { $why }

why-not-found = it is not there
why-denied = no permission
why-read-only = the disk is read-only
why-full = the disk is full
why-folder = it is a folder
why-no-folder = it is not a folder

store-full = The disk has no room for { $path }.
store-full-hint = Free some and try again.
store-read-only = { $path } cannot be written.
store-read-only-hint = Check who owns the folder and whether its disk is read-only, or choose another with --data DIR.
store-owned = { $path } is in use by another process.
store-bad-line = Line { $line } of the audit log { $path } does not say what was written there.
store-bad-line-covered = The records are sound, and a snapshot holds them too. Keep the file, to find out what has changed it.
store-damaged = The data is damaged: { $what }.
store-restore-hint = Run "guatu check" to see what is wrong, and "guatu restore FILE" to bring a backup back.
store-too-new = { $path } was written by a later version (format { $found }; this program reads up to { $known }).
store-too-new-hint = Update guatu.
store-bad-backup = Not a sound backup: line { $line }: { $why }.
store-occupied = { $path } holds a board already.
store-no-board = There is no board in { $path }.
store-snapshot = No snapshot can be made. { $why }
store-not-open = The data is being opened or mended.
store-not-open-hint = Try again in a moment.
store-internal = The program failed inside.
store-internal-hint = Try again; if it fails again, run "guatu server restart".
store-backup-hint = Take another backup.
store-no-board-hint = Name the board's folder with --data DIR or GUATU_DATA; to found a board there, run "guatu --data { $path }" in a terminal.
store-occupied-hint = To put the backup in its place, add --replace --yes; the board that is there is moved aside. Or restore it elsewhere with --data DIR.

damage-database = the database { $path } contradicts itself
damage-record = { $id } cannot be read
damage-transaction = transaction { $seq } of the history is missing or cannot be read
damage-line = line { $line } of the audit log { $path } cannot be read
damage-contradiction = transaction { $seq } does not follow from what is stored of { $id }
damage-gap = transaction { $next } does not follow { $at }
damage-count = { $there } records are there at transaction { $seq }, where { $said } are counted
store-was-missing = The database was missing.
store-was-unreadable = The database could not be read.
store-was-incomplete = The database had lost records.
store-did-not-agree = The database did not agree with the audit log.
store-rebuilt = { $why } It was built again from snapshot and audit log ({ $count } transactions), nothing is lost.
store-aside = The old one lies in { $path }; once the board is seen to be whole, it can be deleted.
store-mended = { $count } damaged lines at the end of the audit log were written again from the database.
