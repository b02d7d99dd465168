### The wall charts of targets and what a target's page draws.

chart-mark = { $state ->
    *[done] ok
     [hold] ||
     [wait] --
}
chart-redated = re-dated { $times }
chart-deployment = Deployment
chart-empty = No targets yet. Press Enter or o in any cell for a new one, or bring them in with guatu import
chart-empty-viewer = No targets yet. They appear here once somebody who may edit has entered them
chart-cell-empty = { $division }, { $area }: no target yet
chart-cell-new = { $division }, { $area }: no target yet; Enter makes one
chart-none-here = no target yet
chart-no-division = No division
chart-table = table
chart-chart = chart
