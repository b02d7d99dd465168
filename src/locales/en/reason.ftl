### Why a light shows what it shows, and the thresholds as sentences.

reason-red = R
reason-yellow = Y
reason-green = G
reason-grey = -
reason-light = { $signal } { $reason }
reason-on-track = on track
reason-not-started = not started yet
reason-done = done in time
reason-reached = done
reason-caught-up = caught up late
reason-on-hold = on hold
reason-on-hold-until = on hold until { $date }
reason-inactive = not counted
reason-no-due = no due date
reason-due-today = due today
reason-due-in = { $days }d left
reason-overdue = { $days }d overdue
reason-behind = { $points } points behind
reason-ahead = { $points } points ahead
reason-on-pace = on pace
reason-silent = silent for { $days }d
reason-propose-park = silent for { $days }d: park or end it
reason-not-begun = agreed start { $days }d ago

rule-pace = Target: green below { $yellow } points behind pace, yellow from { $yellow } to { $red }, red above { $red } or when overdue.
rule-done = Target at 100%: green when reached in time, still yellow when caught up late; grey before its start.
rule-date = Date (Six One, request, next step): red when overdue, yellow within { $days } days, green else; yellow without a date.
rule-lead = { $lead }: yellow after { $yellow } days without a verdict, red after { $red }.
rule-talk = { $talk }: a dot after { $dot } days of silence, yellow after { $yellow }, red after { $red }; after { $propose } a move to { $park } or { $end } is proposed.
rule-sign = { $sign }: yellow when the agreed start's month has passed and it is not yet { $land }, red { $months } months later.
rule-build = { $land }, { $build }: a dot after { $dot } days of silence, yellow after { $yellow }, red after { $red }.
rule-hold = A target on hold is grey and left out of rates, but counted beside the lights; a new due date keeps the baseline and is counted.
rule-division = A division shows the worst of its headline target and its overdue dates; its own overdue request counts as yellow.
rule-framework-yes = A framework agreement counts as signed.
rule-framework-no = A framework agreement does not count as signed.
rule-defaults = Defaults: next step in { $next } days, { $asleep } for { $park }; an answer within { $answer } days, a verdict within { $verdict }.
