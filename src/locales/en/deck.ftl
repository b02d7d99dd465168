### The projector: slides for a meeting.

deck-slide = { $name ->
    *[title] Title
     [system] The two lines
     [totals] Totals
     [deployment] Deployment chart
     [six_ones] Six Ones
     [support] Support chart
     [reds] Red list
     [shifts] Three shifts
     [pledges] Commitments
     [dates] Next dates
     [closing] Closing
}
deck-mark = Meeting { $day }
deck-period = { $start } to { $end }
deck-days-left = { $days ->
    [0] today is the last day
    [one] { $days } day left
   *[other] { $days } days left
}
deck-demo = DEMO: all of it is fictional
deck-closing = Wall chart
deck-pledged = { $count ->
    [one] { $count } commitment at this meeting
   *[other] { $count } commitments at this meeting
}
deck-front = Front line: the industry divisions
deck-support-line = Support line: departments and companies
deck-open-requests = { $count ->
    [one] { $count } open request
   *[other] { $count } open requests
}
deck-overdue = { $count } overdue
deck-active = leads in hand
deck-signed = signed
deck-paid-in = paid in
deck-six-ones = Six Ones in place
deck-platforms = share of platforms
deck-environment = environment requests
deck-gaps = chain gaps
deck-parties = all five parties
deck-shift-platforms = From projects to platforms: { $count } of { $all } leads are or came through one
deck-shift-environment = From favours to environment: { $count } of { $all } requests finished
deck-shift-parties = Five parties: { $count } of { $all } leads that count as signed have all
deck-six-one = { $which ->
    *[team] Team
     [alliance] Alliance
     [incubator] Incubator
     [park] Park
     [fund] Fund
     [policy] Policy
}
deck-ready = { $ready } of { $all } in place
deck-support = { $name ->
    *[open] open
     [overdue] overdue
     [done] done
     [days] median days
}
deck-all = All
deck-lights = Red and yellow
deck-no-lights = nothing is red or yellow
deck-needs = Needed of the support line
deck-no-needs = no open requests
deck-reds = { $targets ->
    [one] { $targets } target
   *[other] { $targets } targets
}, { $leads ->
    [one] { $leads } lead
   *[other] { $leads } leads
}
deck-none-red = nothing is red
deck-dates = due within { $days } days; { $overdue } overdue already
deck-in-days = { $days ->
    [0] { $day } today
   *[other] { $day } in { $days }d
}
deck-no-dates = nothing falls due
deck-no-pledges = none yet: c on a division's slide takes target, due date and owner
deck-here = here { $minutes } min
deck-minutes = { $minutes } min
deck-of = { $minutes } of { $all } min
deck-over = { $minutes } min over
deck-following = following { $name }
deck-followed = { $count ->
    [one] { $count } follows
   *[other] { $count } follow
}
deck-follows = Following { $name }, who turns the slides; Esc leaves.
deck-nobody-presents = Nobody is presenting.
deck-ended = The presentation is over.
deck-begun = { $name } has begun to present; :follow joins.
deck-lit = The projector lights up what has just changed.
deck-unlit = The projector does not light up what changes.
deck-money = { $word } ({ $unit })
deck-lack = { $lack ->
    *[name] what is to be done
     [due] due date
     [ahead] a due date to come
     [owner] owner
     [division] division
     [mark] the meeting's mark
}
deck-lacks = Still needed: { $what }
deck-several = Several may be meant: { $names }; write the whole name
deck-hint-commit = commit
deck-hint-division = other division
deck-date-only = (a date only, no figure)
deck-who-follows = following the slides
deck-day-format = %-d %B %Y
deck-no-such = None of these slides is there: all are shown.
deck-first-leave = No record is opened on the wall: leave the slides with Esc first.
deck-not-in = That division has no slide in this deck.
