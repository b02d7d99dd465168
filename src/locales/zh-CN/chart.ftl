### The wall charts of targets and what a target's page draws.

chart-mark = { $state ->
    *[done] 完
     [hold] 挂
     [wait] 未
}
chart-redated = 改期{ $times }
chart-deployment = 部署图
chart-empty-viewer = 还没有目标，有编辑权限的人录入后在这里显示
chart-cell-empty = { $division }・{ $area }：还没有目标
chart-cell-new = { $division }・{ $area }：还没有目标，按 Enter 新建
chart-none-here = 还没有目标
chart-no-division = 未分事业部
chart-table = 表格
chart-chart = 挂图

burn-actual = 完成
burn-pace = 序时
burn-rate = 照目前速度
burn-today = 今天
burn-baseline = 基准 { $day }
burn-undated = 其中 { $figure } 日期不详。
burn-ahead = { $start } 起算，还有 { $days } 天。
burn-no-start = 没有起始日期，算不出速度。
burn-no-progress = { $days ->
    [0] 今天起算，还没有进展，算不出完成日期。
   *[other] 起算 { $days } 天来还没有进展，算不出完成日期。
}
burn-no-due = 未定时限；照目前速度，预计 { $finish } 完成。
burn-past = 时限已过 { $days } 天，还差 { $left }。
burn-finish = 照目前速度，预计 { $finish } 完成。
burn-never = 照目前速度，一百年内完不成。
burn-far = 一百年内完不成。
burn-in-time = { $days ->
    [0] 照目前速度，预计 { $finish } 完成，正好赶上时限。
   *[other] 照目前速度，预计 { $finish } 完成，比时限早 { $days } 天。
}
burn-at-due = 照目前速度，到 { $due } 可完成 { $figures }，
burn-late = 预计 { $finish } 完成，晚 { $days } 天。
burn-undecided = 只定事项，未定时限。
burn-date-past = 只定时限，已过 { $days } 天，还没有完成。
burn-date = { $days ->
    [0] 只定时限：{ $due }，就是今天。
   *[other] 只定时限：{ $due }，还有 { $days } 天。
}
burn-done-once = 已完成，日期不详。
burn-done = { $day } 已完成。
burn-done-early = { $days ->
    [0] { $day } 已完成，正好赶上时限。
   *[other] { $day } 已完成，比时限早 { $days } 天。
}
burn-done-late = { $day } 已完成，比时限晚 { $days } 天。
burn-counted = 计入的{ $count }项
burn-more = 还有{ $count }项（Enter 菜单「计入明细」列出全部）

chart-progress = { $grouping ->
    *[division] 进度图・按事业部
     [area] 进度图・按领域
     [owner] 进度图・按责任人
}
chart-columns = 目标
chart-year = { $year }年
chart-month = { $month }月
chart-quarter = { $quarter }季度
chart-none-of = { $kind ->
    *[division] 未分事业部
     [owner] 未定责任人
}
chart-starts = 约定开工 { $count } 个，最近 { $day }
chart-no-targets = 还没有目标。按 o 新建，或用 guatu import 导入；有起始和完成时限的目标在这里成条
chart-group = 分组
chart-scale = 月周季
