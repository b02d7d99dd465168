### 投影：动员会上的幻灯。

deck-slide = { $name ->
    *[title] 封面
     [system] 两线作战体系
     [totals] 总体战果
     [deployment] 部署图
     [six_ones] 六个一
     [support] 保障图
     [reds] 红灯清单
     [shifts] 三个转变
     [pledges] 军令状
     [dates] 近期时限
     [closing] 结束
}
deck-mark = 动员会 { $day }
deck-period = { $start } 至 { $end }
deck-days-left = { $days ->
    [0] 今天是最后一天
   *[other] 距周期结束 { $days } 天
}
deck-demo = 演示数据，均为虚构
deck-closing = 挂图作战
deck-pledged = 本次会议承诺 { $count } 项
deck-front = 一线・产业事业部
deck-support-line = 保障线・工作部与平台公司
deck-open-requests = 支援请求未结 { $count }
deck-overdue = 逾期 { $count }
deck-active = 在手线索
deck-signed = 签约金额
deck-paid-in = 到位资金
deck-six-ones = 六个一到位
deck-platforms = 平台项目占比
deck-environment = 环境类办结占比
deck-gaps = 缺链环节
deck-parties = 五方齐备占比
deck-shift-platforms = 从招项目到招平台：{ $all } 条在手线索中，平台及其带来的 { $count } 条
deck-shift-environment = 从优惠政策到优化环境：办结的 { $all } 件请求中，环境类 { $count } 件
deck-shift-parties = 政社专咨投：计为签约及以后的 { $all } 条中，五方齐备 { $count } 条
deck-six-one = { $which ->
    *[team] 队伍
     [alliance] 联盟
     [incubator] 孵化器
     [park] 园区
     [fund] 基金
     [policy] 政策
}
deck-ready = 到位 { $ready }/{ $all }
deck-support = { $name ->
    *[open] 未结
     [overdue] 逾期
     [done] 办结
     [days] 中位天数
}
deck-all = 合计
deck-lights = 红黄灯
deck-no-lights = 没有红黄灯
deck-needs = 需要保障
deck-no-needs = 没有未结的支援请求
deck-reds = 目标 { $targets } 个，线索 { $leads } 条
deck-none-red = 没有红灯
deck-dates = 今后 { $days } 天内到期；已逾期 { $overdue } 项
deck-in-days = { $days ->
    [0] { $day } 今天
   *[other] { $day } 还有{ $days }天
}
deck-no-dates = 没有到期事项
deck-no-pledges = 还没有承诺：到事业部页按 c 记下目标、时限、责任人
deck-here = 本页{ $minutes }分
deck-minutes = 已{ $minutes }分
deck-of = 已{ $minutes }/{ $all }分
deck-over = 超时{ $minutes }分
deck-following = 跟随 { $name }
deck-followed = { $count }人跟随
deck-follows = 正在跟随{ $name }，翻页由对方掌握；按 Esc 退出
deck-nobody-presents = 现在没有人在投影。
deck-ended = 投影已结束。
deck-begun = { $name }开始投影，:follow 可跟随观看。
deck-lit = 投影时标亮刚变化的内容。
deck-unlit = 投影时不再标亮刚变化的内容。
deck-money = { $word }（{ $unit }）
deck-lack = { $lack ->
    *[name] 做什么
     [due] 时限
     [ahead] 今天以后的时限
     [owner] 责任人
     [division] 事业部
     [mark] 会议标记
}
deck-lacks = 还缺：{ $what }
deck-several = 有几人可能是：{ $names }，请写全名
deck-hint-commit = 记下承诺
deck-hint-division = 换事业部
deck-date-only = （只有时限，没有数量）
deck-who-follows = 跟随投影
deck-day-format = %Y年%-m月%-d日
deck-no-such = 没有要放的那些页，改放全部。
deck-first-leave = 投影中不打开记录：先按 Esc 退出投影。
deck-not-in = 这次投影没有这个事业部的页。
