### 周报

report-title = { $name }周报
report-period = { $since } 至 { $today }
report-confidential = 保密项目
report-changes = 本期变化
report-nothing-changed = 本期没有改动。
report-undone = 撤销
report-moves = 阶段变动
report-new-leads = 新增线索
report-targets = 目标改期与挂起
report-six-ones = 六个一到位
report-none = 无
report-more = 另有 { $count } 条。
report-and-more = ；另有 { $count } 条
report-nothing = （空）
report-day = 日期
report-lead = 线索
report-target = 目标
report-what = 事项
report-from = 原
report-to = 现
report-by = 经手人
report-source = 来源
report-amount = 总投资
report-owner = 责任人
report-count = 条数
report-why = 红灯原因
report-red = 红灯与原因
report-red-targets = 红灯目标 { $count } 个
report-red-leads = 红灯线索 { $count } 条
report-none-red = 没有红灯。
report-due = 未来7天到期
report-none-due = 未来7天没有到期事项。
report-silent = 须说明情况的无进展线索
report-silent-leads = 无进展线索
report-silent-lead = { $lead } 无进展{ $days }天
report-none-silent = 没有超期无进展的线索。
report-figures = 数据
report-paid-in = 到位资金
report-total = 合计
report-chart-funnel = 线索漏斗（含已终止和储备的线索）
report-chart-pace = 各事业部主目标：已完成与序时进度（竖线）
report-chart-lights = 各事业部线索灯
report-chart-weeks = 近26周每周收到的线索

### 军令状

report-pledges = { $name }军令状
report-meeting = { $name }，{ $day }
report-no-pledges = 还没有立军令状。
report-serial = 序号
report-goal = 目标值
report-by-when = 完成时限
report-signature = 签字
report-done = 完成
