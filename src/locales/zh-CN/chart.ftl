### The wall charts of targets and what a target's page draws.

chart-mark = { $state ->
    *[done] 完
     [hold] 挂
     [wait] 未
}
chart-redated = 改期{ $times }
chart-deployment = 部署图
chart-empty = 还没有目标。按 F3 后在任一格按 Enter 或 o 新建，或用 guatu import 导入
chart-empty-viewer = 还没有目标，有编辑权限的人录入后在这里显示
chart-cell-empty = { $division }・{ $area }：还没有目标
chart-cell-new = { $division }・{ $area }：还没有目标，按 Enter 新建
chart-none-here = 还没有目标
chart-no-division = 未分事业部
chart-table = 表格
chart-chart = 挂图
