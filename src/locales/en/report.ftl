### The weekly report

report-title = { $name }: weekly report
report-period = { $since } to { $today }
report-confidential = Confidential project
report-changes = What changed
report-nothing-changed = Nothing was changed.
report-undone = Undone
report-moves = Stages
report-new-leads = New leads
report-targets = Targets re-dated or put on hold
report-six-ones = Six Ones now in place
report-none = None
report-more = And { $count } more.
report-and-more = {"; "}and { $count } more
report-nothing = (empty)
report-day = Date
report-lead = Lead
report-target = Target
report-what = What
report-from = From
report-to = To
report-by = By
report-source = Source
report-amount = Amount
report-owner = Owner
report-count = Leads
report-why = Why
report-red = What is red, and why
report-red-targets = Red targets: { $count }
report-red-leads = Red leads: { $count }
report-none-red = Nothing is red.
report-due = Due in the next 7 days
report-none-due = Nothing falls due in the next 7 days.
report-silent = Silent leads that must be explained
report-silent-leads = Silent leads
report-silent-lead = { $lead }, { $days }d silent
report-none-silent = No lead has been silent for too long.
report-figures = Figures
report-paid-in = Paid in
report-total = Total
report-chart-funnel = The funnel, with leads that were closed or parked
report-chart-pace = Headline targets: what is reached, and the pace (upright line)
report-chart-lights = Leads by light
report-chart-weeks = Leads received in each of the last 26 weeks

### Commitments

report-pledges = { $name }: commitments
report-meeting = { $name }, { $day }
report-no-pledges = There are no commitments yet.
report-serial = No.
report-goal = Goal
report-by-when = Due
report-signature = Signature
report-done = Done
