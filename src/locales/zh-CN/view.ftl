### view
view-today = 今天
view-yesterday = 昨天
view-days-ago = { $days }天前
view-demo = 演示
view-days-left = 距期末{ $days }天
view-days-over = 期末已过{ $days }天
view-attached = 在线 { $names }
view-attached-more = 在线 { $names }等{ $count }人
view-signed = 签约额
view-paid-in = 到位
view-welcome = 板上还没有线索和目标。按 o 新建，或在命令行用 guatu import 文件.csv 导入台账；按 ? 看本页按键
view-no-headline = 未设主目标
view-no-leads = 暂无在跟线索
view-deadlines = 临近时限
view-urgent = 最急线索
view-on-hold = 挂起{ $count }
view-six-ones = 六个一 { $ready }/6
view-pace = 序时 { $pace }%
view-lacking = 待补：{ $fields }
view-requests = 支援请求
view-notes = 记事
view-progress = 进展
view-col-id = 编号
view-col-light = 灯・原因
view-col-stage = 阶段
view-col-silent = 静默
view-col-figures = 完成/目标
view-none-found = 没有符合条件的记录。按 \ 清除筛选
view-empty-leads = 还没有线索。按 o 新建，或在命令行用 guatu import 文件.csv 导入
view-empty-records = 这里还没有记录。按 o 新建
view-history = 全部历史
view-history-of = { $id } { $name } 的历史
view-history-empty = 还没有记录
view-why = 原因：{ $why }
view-created = 新建
view-ended = 移出
view-restored = 恢复
view-nothing = （空）
view-more-changes = 还有 { $count } 处改动
view-too-small = 屏幕太小：至少要 { $columns } 列 { $rows } 行。按 q 退出
view-newest = 新的在前
view-ordered = 按{ $column }排序
view-ordered-back = 按{ $column }倒序
view-filtered = 筛选「{ $typed }」
view-kind = { $kind ->
    *[lead] 线索
     [target] 目标
     [six_one] 六个一
     [request] 支援请求
     [person] 人员
     [unit] 单位
     [division] 事业部
     [note] 记事
     [mark] 标记
     [charter] 章程
}
view-stage = { $stage ->
    *[lead] 线索
     [talk] 在谈
     [sign] 签约
     [land] 落地
     [build] 开工
     [run] 投产
}
view-stage-tiny = { $stage ->
    *[lead] 线
     [talk] 谈
     [sign] 签
     [land] 落
     [build] 开
     [run] 投
}
view-silent = 静默{ $days }天
view-not-begun = 未开工{ $days }天
view-behind = 落后{ $points }点
view-late = 逾期{ $days }天
