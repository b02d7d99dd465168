### Figures

figures-rate-talk = Follow-up rate
figures-rate-sign = Signing rate
figures-rate-land = Landing rate
figures-rate-build = Building rate
figures-rate-run = Operation rate
figures-faster = { $days ->
    [one] 1 day faster
   *[other] { $days } days faster
}
figures-slower = { $days ->
    [one] 1 day slower
   *[other] { $days } days slower
}
figures-same = the same
figures-passage-last = To { $to }
figures-passage = { $from } to { $to }
figures-others = The rest
figures-all = All leads
figures-no-division = No division
figures-no-owner = No owner
figures-no-source = No source
figures-of = { $what } ({ $part })
figures-reached = Leads that reached { $stage }
figures-short = { $rate }: leads that did not reach { $stage }
figures-pledged = Paid-in rate: the signed leads it counts
figures-made = { $passage }: last 90 days
figures-made-before = { $passage }: the 90 days before
figures-verdicts = Verdicts of the last 90 days
figures-verdicts-before = Verdicts of the 90 days before
figures-verdicts-late = Verdicts of the last 90 days that took over { $days } days
figures-week = Received in the week of { $date }
figures-rate-money = Paid-in rate
figures-head-stage = Stage
figures-head-reached = Reached
figures-head-rate = Rate
figures-head-passage = Median days
figures-head-now = Last 90 days
figures-head-before = 90 days before
figures-head-difference = Difference
figures-head-amount = Signed
figures-median = { $days } of { $n }
figures-verdict = Received to verdict
figures-in-time = { $rate } of { $n } verdicts within { $days } days
figures-no-verdicts = No verdicts in the last 90 days
figures-weeks-since = Received each week since { $date }:
figures-step-verdict = To verdict
figures-same-brief = 0d
figures-faster-brief = -{ $days }d
figures-slower-brief = +{ $days }d
figures-col-passage = Median days
figures-col-now = 90d
figures-col-before = before
figures-col-sign = Sign %
figures-col-land = Land %
figures-col-run = Run %
figures-col-paid = Paid %
figures-days = { $days }
figures-weeks = Weekly intake
figures-this-week = this week { $count }
figures-half-year = 26 weeks { $count }
figures-leads = { $count ->
    [one] 1 lead
   *[other] { $count } leads
}
figures-turn = other split
figures-empty = There are no leads yet, so there are no figures: once leads are entered or imported, funnel, tempo and weekly intake stand here.
figures-n = n{ $n }
figures-col-difference = Change
