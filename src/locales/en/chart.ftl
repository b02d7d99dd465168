### The wall charts of targets and what a target's page draws.

chart-mark = { $state ->
    *[done] ok
     [hold] H
     [wait] N
}
chart-redated = re-dated { $times }
chart-deployment = Deployment
chart-empty-viewer = No targets yet. They appear here once somebody who may edit has entered them
chart-cell-empty = { $division }, { $area }: no target yet
chart-cell-new = { $division }, { $area }: no target yet; Enter makes one
chart-none-here = no target yet
chart-no-division = No division
chart-table = table
chart-chart = chart

burn-actual = done
burn-pace = pace
burn-rate = at this rate
burn-today = today
burn-baseline = first due { $day }
burn-undated = The days of { $figure } of it are not known.
burn-ahead = It begins on { $start }, in { $days } { $days ->
    [1] day
   *[other] days
}.
burn-no-start = It has no start date, so there is no rate.
burn-no-progress = { $days ->
    [0] It begins today; nothing counts yet, so no day of completion can be told.
    [1] Nothing counts yet after 1 day, so no day of completion can be told.
   *[other] Nothing counts yet after { $days } days, so no day of completion can be told.
}
burn-no-due = It has no due date; at this rate it is done on { $finish }.
burn-past = { $days ->
    [1] Due 1 day ago, { $left } missing.
   *[other] Due { $days } days ago, { $left } missing.
}
burn-finish = At this rate it is done on { $finish }.
burn-never = At this rate it is not done within a hundred years.
burn-far = not done within a hundred years.
burn-in-time = { $days ->
    [0] At this rate it is done on { $finish }, just in time.
    [1] At this rate it is done on { $finish }, 1 day early.
   *[other] At this rate it is done on { $finish }, { $days } days early.
}
burn-at-due = At this rate { $figures } by { $due },
burn-late = { $days ->
    [1] done on { $finish }, 1 day late.
   *[other] done on { $finish }, { $days } days late.
}
burn-undecided = Nothing to count, and no due date.
burn-date-past = { $days ->
    [1] A date only: due 1 day ago, not done.
   *[other] A date only: due { $days } days ago, not done.
}
burn-date = { $days ->
    [0] A date only: { $due }, today.
    [1] A date only: { $due }, in 1 day.
   *[other] A date only: { $due }, in { $days } days.
}
burn-done-once = Done, nobody knows on which day.
burn-done = Done on { $day }.
burn-done-early = { $days ->
    [0] Done on { $day }, just in time.
    [1] Done on { $day }, 1 day early.
   *[other] Done on { $day }, { $days } days early.
}
burn-done-late = { $days ->
    [1] Done on { $day }, 1 day late.
   *[other] Done on { $day }, { $days } days late.
}
burn-counted = Counted: { $count }
burn-more = { $count } more (Enter, then "What was counted", lists all)

chart-progress = { $grouping ->
    *[division] Progress by division
     [area] Progress by area
     [owner] Progress by owner
}
chart-columns = Target
chart-year = { $year }
chart-month = { $month ->
    *[1] Jan
     [2] Feb
     [3] Mar
     [4] Apr
     [5] May
     [6] Jun
     [7] Jul
     [8] Aug
     [9] Sep
     [10] Oct
     [11] Nov
     [12] Dec
}
chart-quarter = Q{ $quarter }
chart-none-of = { $kind ->
    *[division] No division
     [owner] No owner
}
chart-starts = { $count } agreed to start, next { $day }
chart-no-targets = No targets yet. Press o for a new one, or bring them in with guatu import; one with a start and a due date is a bar here
chart-group = grouping
chart-scale = scale
