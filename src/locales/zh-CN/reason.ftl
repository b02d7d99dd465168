### Why a light shows what it shows, and the thresholds as sentences.

reason-red = 红
reason-yellow = 黄
reason-green = 绿
reason-grey = 灰
reason-light = { $signal }・{ $reason }
reason-on-track = 正常
reason-not-started = 未到起始日
reason-done = 按期
reason-reached = 完
reason-caught-up = 补齐
reason-on-hold = 挂起
reason-on-hold-until = 挂起至{ $date }
reason-inactive = 不计灯
reason-no-due = 未定时限
reason-due-today = 今天到期
reason-due-in = 剩{ $days }天
reason-overdue = 逾期{ $days }天
reason-behind = 落后{ $points }点
reason-ahead = 超前{ $points }点
reason-on-pace = 与序时进度持平
reason-silent = { $days }天无进展
reason-propose-park = { $days }天无进展，建议储备或终止
reason-not-begun = 约定开工已过{ $days }天

rule-pace = 目标：落后序时进度不到 { $yellow } 点为绿，{ $yellow } 至 { $red } 点为黄，超过 { $red } 点或逾期未完成为红。
rule-done = 目标达到 100% 为完成：按期为绿，逾期补齐仍为黄；未到起始日为灰。
rule-date = 时限（六个一、支援请求、下一步）：逾期为红，{ $days } 天内到期为黄，其余为绿；没有时限为黄。
rule-lead = { $lead }：超过 { $yellow } 天未研判为黄，超过 { $red } 天为红。
rule-talk = { $talk }：无进展超过 { $dot } 天加点提醒，超过 { $yellow } 天为黄，超过 { $red } 天为红，超过 { $propose } 天建议{ $park }或{ $end }。
rule-sign = { $sign }：过了约定开工月份仍未{ $land }为黄，再过 { $months } 个月为红。
rule-build = { $land }、{ $build }：无进展超过 { $dot } 天加点提醒，超过 { $yellow } 天为黄，超过 { $red } 天为红。
rule-hold = 挂起的目标为灰，不计入比率，另行计数；改期保留基准时限并计次。
rule-division = 事业部的灯取主目标与逾期时限中最差的；本部逾期的支援请求按黄计。
rule-framework-yes = 框架协议计入签约。
rule-framework-no = 框架协议不计入签约。
rule-defaults = 默认：下一步 { $next } 天后，{ $asleep } { $park } 天；{ $answer } 天内响应，{ $verdict } 天内研判。
