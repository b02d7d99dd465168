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
view-unassigned = unassigned { $count }
view-welcome = No leads and no targets yet. Press o for a new record, or bring a sheet in with guatu import FILE.csv; press ? for the keys valid here
view-welcome-viewer = No leads and no targets yet: what an editor puts on the board is seen here; press ? for the keys valid here
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
view-empty-viewer = Nothing here yet
view-history = All history
view-history-of = History of { $id } { $name }
view-history-empty = Nothing yet
view-why = Why: { $why }
view-created = created
view-ended = taken off
view-restored = put back
view-nothing = (empty)
view-more-changes = and { $count } more changes
view-behind-target = counted in { $id } { $name }
view-six-sum = { $ready } of { $all } in place
view-six-short = { $which ->
    *[team] Team
     [alliance] Alliance
     [incubator] Incubator
     [park] Park
     [fund] Fund
     [policy] Policy
}
view-newest = newest first
view-ordered = by { $column }
view-ordered-back = by { $column }, reversed
view-filtered = filter "{ $typed }"
view-name = { $view ->
    *[inbox] Triage
     [agenda] Agenda
     [cluster] Cluster
     [organisation] Organisation
     [support] Support
     [figures] Figures
     [import] Import
}
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
view-stage-short = { $stage ->
    *[lead] Lead
     [talk] Talk
     [sign] Sign
     [land] Land
     [build] Build
     [run] Run
}
view-silent = { $days }d silent
view-not-begun = { $days }d late
view-ahead = { $points } ahead
view-behind = { $points } behind
view-late = { $days }d late
view-triaged = triaged { $done }/{ $all }
view-triage-done = No lead waits for a verdict. Tab shows red, mine and all; o adds one
view-split-empty = No leads here. Tab shows the next split
view-not-on-roster = Your login is not on the roster, so nothing is yours; an admin can add it with :show_people
view-dealt-with = dealt with
view-answer-clock = { $late ->
    [0] { $days ->
        [0] answer today
       *[other] answer in { $days }d
    }
   *[1] no answer +{ $days }d
}
view-verdict-clock = { $late ->
    [0] { $days ->
        [0] verdict today
       *[other] verdict in { $days }d
    }
   *[1] verdict +{ $days }d
}
view-col-clock = Clock
view-col-date = Due
view-col-sort = What
view-col-name = Name
view-due-sort = { $sort ->
    *[lead] step
     [wake] wake
     [target] target
     [six_one] Six One
     [request] request
}
view-nothing-due = Nothing falls due within 30 days. Press t on a lead (F6) or a target (F3) to set a date; it is listed here before it comes
view-nothing-due-mine = Nothing of yours falls due within 30 days. Tab shows everyone's
view-nothing-due-in = Nothing falls due in { $division } within 30 days. Tab shows the other list, 0 all divisions
view-doubles = { $count } likely duplicates
view-doubles-key = { $count } likely duplicates (d)
view-same-code = same credit code
view-same-phone = same phone
view-same-name = similar name
view-same-investor = same investor
view-first-talk = first talk { $date }
view-repeats = { $count } likely duplicates: { $first }
view-as-of = AS OF { $day }
view-history-by = What { $name } changed
view-since = since "{ $name }" ({ $at })
view-none-matching = Nothing in what was read of the history. Press \ to clear the filter
view-mark = Mark
view-marked = { $count } marked
view-in-hand = { $name } has in hand
view-col-post = On post
view-col-leads = Leads
view-col-red = Red
view-col-hosts = Hosts
view-col-open = Open
view-col-late = Overdue
view-col-where = Where
view-col-week = This week
view-left = left { $day }
view-on-post = on post
view-off-post = not yet
view-posts = on post { $ready }/{ $all }
view-people-of = { $house }: { $count } people
view-no-people = Nobody here yet. An admin adds people with o
view-support-unit = Unit
view-support-overdue = Overdue
view-support-median = Median
view-support-days = { $days }d
view-support-open = Open
view-support-total = Total
view-support-all = All requests
view-support-finished = { $done }/{ $all } done
view-support-shift = environment { $share }% of done
view-support-none = No support requests
view-support-none-new = No support requests. Press o to raise one, or b on a lead
view-support-none-of = { $division } has asked for nothing here. Press 0 for all divisions
view-col-lead = Lead
view-col-division = Division
view-blocked = blocked { $count }
view-and-blocked = { $reason } blk
view-blocked-late = blocked { $days }d
view-no-requests = No support requests for you. Tab shows another split; F5 has all requests
view-other-nodes = Other nodes
view-behind-node = Leads on { $node } in { $division }
view-behind-via = Leads through { $id } { $name }
view-gaps = gaps { $gaps }/{ $nodes }
view-gaps-short = gaps { $gaps }/{ $nodes }
view-gaps-all = { $nodes } nodes in all, { $gaps } gaps
view-filled-sign = { $filled ->
    *[gap] -
     [filling] ~
     [held] +
}
view-others = other { $count }
view-on-other = Leads
view-of-platforms = plat { $count }
view-of-talents = tal { $count }
view-no-nodes = No chain nodes yet. An admin enters them in the division (Enter)
view-no-chains = No divisions yet; an admin enters them (:show_divisions)
view-node-leads = { $node }: { $count } leads
view-node-empty = { $node } is a gap: no lead yet
view-node-to-fill = { $node } is a gap: no lead yet. Enter makes one here
view-snowball = { $share }% ({ $through } of { $active }) came through another lead or a platform; longest chain { $longest }
view-snowball-none = No active leads yet
view-quarter = { $year } Q{ $no }
view-col-quarter = Quarter
view-received = New leads
view-came-through = Came through
view-landed = Landed
view-per-landed = Per landing
view-brought = brought { $count }
view-no-referrals = No referrals, spin-offs or services yet. Press e on a lead and fill Parent lead and Relation: the tree grows here
view-no-referrals-viewer = No referrals, spin-offs or services yet
view-platform-share = { $share }% ({ $leads } of { $active }) are platforms or through one; by amount { $amountshare }% ({ $amount })
view-platform-parts = { $own } platforms{ $others ->
    [0] {""}
   *[other] { " " }({ $others } more not active)
}, { $through } through them, { $single } others
view-no-platforms = No platforms yet. Press o for one of the kind Platform; leads that name it as Via platform are summed here
view-no-platforms-viewer = No platforms yet
view-col-through = Through
view-col-sum = Amount
view-col-parties = Parties
view-col-whole = All five
view-col-mean = Mean
view-col-signed = Signed+
view-party = { $party ->
    *[public_fund] Pu
     [private_capital] Pr
     [operator] Op
     [consultancy] Co
     [venture_capital] VC
}
view-all-divisions = All
view-lacking-parties = { $count } lack a party
view-parties-whole = Every signed lead has all five parties
view-parties-none = No signed lead yet; once signed, its parties are told here
view-tree-above = Came from
view-tree-below = Brought
view-tree-through = Through it
view-tree-unsaid = unsaid
view-none-behind = This figure counts no leads
view-shared-twice = shared leads count in each division, once in all
