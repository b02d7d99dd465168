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
view-unassigned = 未分 { $count }
view-welcome = 板上还没有线索和目标。按 o 新建，或在命令行用 guatu import 文件.csv 导入台账；按 ? 看本页按键
view-welcome-viewer = 板上还没有线索和目标，有编辑权限的人录入后在这里显示；按 ? 看本页按键
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
view-col-silent = 无进展
view-col-figures = 完成/目标
view-none-found = 没有符合条件的记录。按 \ 清除筛选
view-empty-leads = 还没有线索。按 o 新建，或在命令行用 guatu import 文件.csv 导入
view-empty-records = 这里还没有记录。按 o 新建
view-empty-viewer = 这里还没有记录
view-history = 全部历史
view-history-of = { $id } { $name } 的历史
view-history-empty = 还没有记录
view-why = 原因：{ $why }
view-created = 新建
view-ended = 移出
view-restored = 恢复
view-nothing = （空）
view-more-changes = 还有 { $count } 处改动
view-behind-target = 计入 { $id } { $name }
view-six-sum = 到位 { $ready }/{ $all }
view-six-short = { $which ->
    *[team] 队伍
     [alliance] 联盟
     [incubator] 孵化器
     [park] 园区
     [fund] 基金
     [policy] 政策
}
view-newest = 新的在前
view-ordered = 按{ $column }排序
view-ordered-back = 按{ $column }倒序
view-filtered = 筛选「{ $typed }」
view-name = { $view ->
    *[inbox] 研判
     [agenda] 日程
     [cluster] 集群
     [organisation] 组织
     [support] 保障图
     [figures] 数据
     [import] 导入
}
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
view-stage-short = { $stage ->
    *[lead] 线
     [talk] 谈
     [sign] 签
     [land] 落
     [build] 开
     [run] 投
}
view-silent = 无进展{ $days }天
view-not-begun = 未开工{ $days }天
view-ahead = 超前{ $points }点
view-behind = 落后{ $points }点
view-late = 逾期{ $days }天
view-triaged = 已研判 { $done }/{ $all }
view-triage-done = 没有待研判的线索。按 Tab 看红灯、我的和全部；按 o 新建
view-split-empty = 这一栏没有线索。按 Tab 换一栏
view-not-on-roster = 你的登录名不在人员名册上，所以没有「我的」一栏；请管理员在 :show_people 中登记
view-dealt-with = 已处理
view-answer-clock = { $late ->
    [0] { $days ->
        [0] 今天须答复
       *[other] 待答复剩{ $days }天
    }
   *[1] 未答复超{ $days }天
}
view-verdict-clock = { $late ->
    [0] { $days ->
        [0] 今天须研判
       *[other] 待研判剩{ $days }天
    }
   *[1] 未研判超{ $days }天
}
view-col-clock = 时限
view-col-date = 时限
view-col-sort = 事项
view-col-name = 名称
view-due-sort = { $sort ->
    *[lead] 下一步
     [wake] 唤醒
     [target] 目标
     [six_one] 六个一
     [request] 请求
}
view-nothing-due = 30天内没有到期事项。在线索（F6）和目标（F3）上按 t 定时限，到期前会列在这里
view-nothing-due-mine = 30天内没有你的到期事项。按 Tab 看全部
view-nothing-due-in = { $division }30天内没有到期事项。按 Tab 换一栏，按 0 看全部事业部
view-doubles = 疑似重复 { $count } 条
view-doubles-key = 疑似重复 { $count } 条（d 并案）
view-same-code = 同信用代码
view-same-phone = 同电话
view-same-name = 名称相近
view-same-investor = 同投资方
view-first-talk = 首谈 { $date }
view-repeats = 疑似重复 { $count } 条：{ $first }
view-as-of = 回看 { $day }
view-history-by = { $name } 所做的改动
view-since = 自「{ $name }」（{ $at }）以来
view-none-matching = 已读取的历史中没有符合的。按 \ 清除筛选
view-mark = 标记
view-marked = 已选 { $count } 条
view-in-hand = { $name }在办
view-col-post = 到位
view-col-leads = 线索
view-col-red = 红灯
view-col-hosts = 承载
view-col-open = 在办
view-col-late = 逾期
view-col-where = 所在
view-col-week = 本周到期
view-left = { $day } 离岗
view-on-post = 到位
view-off-post = 未到
view-posts = 到位 { $ready }/{ $all }
view-people-of = { $house } { $count }人
view-no-people = 还没有人员。管理员按 o 添加
view-support-unit = 承办单位
view-support-overdue = 逾期
view-support-median = 中位天数
view-support-days = { $days }天
view-support-open = 待办
view-support-total = 合计
view-support-all = 全部请求
view-support-finished = 办结 { $done }/{ $all }
view-support-shift = 办结事项中环境类占 { $share }%
view-support-none = 没有支援请求
view-support-none-new = 没有支援请求。按 o 提请；在线索上按 b 也可提请
view-support-none-of = { $division }没有向这里提请。按 0 看全部事业部
view-col-lead = 线索
view-col-division = 事业部
view-blocked = 卡点 { $count }
view-and-blocked = { $reason } 卡
view-blocked-late = 卡点{ $days }天
view-no-requests = 没有你要办的支援请求。按 Tab 换一栏；全部请求在保障图（F5）
view-other-nodes = 其他环节
view-behind-node = { $division }「{ $node }」上的线索
view-behind-via = 经 { $id } { $name } 引入的线索
view-gaps = 缺链 { $gaps }/{ $nodes }
view-gaps-short = 缺{ $gaps }/{ $nodes }
view-gaps-all = 共 { $nodes } 个环节，缺链 { $gaps }
view-filled-sign = { $filled ->
    *[gap] 缺
     [filling] 补
     [held] 有
}
view-others = 其他{ $count }
view-on-other = 线索
view-of-platforms = 平台{ $count }
view-of-talents = 人才{ $count }
view-no-nodes = 还没有产业链环节。由管理员按 Enter 填写
view-no-chains = 还没有事业部。由管理员在事业部名册（:show_divisions）填写
view-node-leads = 「{ $node }」{ $count } 条线索
view-node-empty = 「{ $node }」缺链：还没有线索
view-node-to-fill = 「{ $node }」缺链：还没有线索。按 Enter 在此新建
view-snowball = 在跟线索 { $share }%（{ $through }/{ $active }）由其他线索或平台带来；最长链 { $longest } 级
view-snowball-none = 还没有在跟线索
view-quarter = { $year }年{ $no }季
view-col-quarter = 季度
view-received = 新收线索
view-came-through = 其中带来
view-landed = 落地线索
view-per-landed = 每落地1条带来
view-brought = 带来{ $count }条
view-no-referrals = 还没有引荐、衍生或配套的线索。在线索上按 e，填「上级线索」和「关联方式」，引荐树在这里生长
view-no-referrals-viewer = 还没有引荐、衍生或配套的线索
view-platform-share = 在跟线索 { $share }%（{ $leads }/{ $active }）是平台或经平台引入；按金额 { $amountshare }%（{ $amount }）
view-platform-parts = 平台 { $own } 条{ $others ->
    [0] {""}
   *[other] （另列出不在跟的 { $others } 条）
}，经平台引入 { $through } 条，单个项目和人才 { $single } 条
view-no-platforms = 还没有平台。按 o 新建，类别选「平台」；其他线索填「所经平台」后在这里汇总
view-no-platforms-viewer = 还没有平台
view-col-through = 经其引入
view-col-sum = 金额合计
view-col-parties = 五方
view-col-whole = 五方齐
view-col-mean = 平均
view-col-signed = 已签
view-party = { $party ->
    *[public_fund] 政
     [private_capital] 社
     [operator] 专
     [consultancy] 咨
     [venture_capital] 投
}
view-all-divisions = 全部
view-lacking-parties = 五方未齐 { $count } 条
view-parties-whole = 已签及以后的线索五方都齐了
view-parties-none = 还没有签约的线索，签约后在这里看五方是否齐
view-tree-above = 源自
view-tree-below = 带来
view-tree-through = 经其引入
view-tree-unsaid = 未说明
view-none-behind = 这个数字没有计入任何线索
view-shared-twice = 协同线索各部都计，合计计一次
