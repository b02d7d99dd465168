### What a Transaction is called, and why one was refused: what happened and what to do.

label-one = { $verb } { $id } { $name }
label-move = { $verb } { $id } { $name }，至{ $to }
label-many = { $verb } { $name }（{ $count } 条）
label-many-to = { $verb } { $name } 等 { $count } 条，至{ $to }
label-found = { $verb } { $name }
label-undone = 已撤销：{ $what }
label-redone = 已重做：{ $what }
label-since = 自标记「{ $name }」（{ $at }）以来

value-empty = （空）
value-yes = 是
value-no = 否

refusal-conflict = { $id } 的{ $field }已被改为「{ $theirs }」（{ $by } 最后改动 { $id }），你填的是「{ $mine }」：请选一个再保存。
refusal-gone = { $id } 已不在板上：可能刚被撤销，请返回列表再看。
refusal-taken = { $id } 已在板上，不能再建一次。
refusal-misfit = { $id }：{ $field }填得不对，{ $why }。
refusal-required = { $id }：{ $field }不能为空。
refusal-in-use = { $id } 还被 { $count } 条记录引用：请先改掉引用它的记录。
refusal-changed = { $id } 之后被 { $by } 改过，请直接修改或终止它。
refusal-no-move = { $id } 不能从{ $from }变更到{ $to }，可以到：{ $open }。
refusal-lacks = { $id } 还缺：{ $fields }。请补上再试。
refusal-double = { $field }已被 { $other } { $name } 占用：请换一个。
refusal-role = 需要「{ $role }」权限：请找管理员授权。
refusal-why = 理由
refusal-nothing-to-undo = 你没有可撤销的操作。
refusal-nothing-to-redo = 你没有可重做的操作。
refusal-not-undone = 没有撤销：{ $why }
refusal-not-redone = 没有重做：{ $why }
refusal-since = { $by } 已把 { $id } 的{ $field }改为「{ $theirs }」，请直接修改。
refusal-full = 没有保存：磁盘已满。请清理空间后再试。
refusal-read-only = 没有保存：数据目录不可写。请检查权限后再试。
refusal-store = 没有保存：{ $what }。请把这句话告诉管理员。
refusal-stopping = 没有保存：服务正在停止。请重新运行 guatu。
refusal-halted = 没有保存：负责写入的部分已停止工作。请运行 「guatu server restart」。

trouble-full = 磁盘已满
trouble-read-only = 数据目录不可写
trouble-owned = 数据目录被另一个进程占用，请结束那个进程
trouble-damaged = 存储的数据已损坏，请运行 「guatu check」 查看
trouble-system = 系统报告「{ $said }」
trouble-internal = 程序内部出错，请再试一次，不行就运行 「guatu server restart」
trouble-halted = 负责写入的部分已停止工作
trouble-line-full = 磁盘已满：只能查看，改动一律不存。腾出空间后自动恢复
trouble-line-read-only = 数据目录不可写：只能查看，改动一律不存。改好权限后自动恢复
trouble-line-halted = 只能查看，改动一律不存。请运行 「guatu server restart」
trouble-line-snapshot = 改动照常保存，但写不成快照：{ $why }
trouble-line-other = 存储故障，只能查看，改动一律不存：{ $why }

misfit-sort = 类型不符
misfit-choice = 没有「{ $word }」这个选项
misfit-kind = { $id } 不是这一类记录
misfit-credit-code = 不是 18 位统一社会信用代码，或校验位不对
misfit-negative = 不能为负
misfit-required = 不能为空
misfit-order = 与其他字段矛盾
misfit-itself = 不能指向自己
misfit-loop = 该线索本身出自此线索，上下级会成环
misfit-too-many = 最多 { $count } 项

charter-line = 章程文件第 { $line } 行读不懂：{ $what }
charter-value = 章程文件的 { $key } 不能是「{ $value }」。
charter-twice = 章程文件的 { $key }「{ $value }」出现了两次。
charter-divisions = 章程文件有 { $count } 个事业部，应为 1 至 9 个。
refusal-last-admin = 这是最后一位有登录名的管理员：请先指定另一位管理员。
problem-unit = 请写明单位，如 3500万、1.2亿元
problem-money = 读不出金额，如 3500万、1.2亿
problem-large = 金额太大
problem-date = 读不出日期，如 6/30、+7d、月底
problem-ambiguous = 日月不明，请写成 2026-3-4
problem-no-day = 没有这一天
problem-number = 应为整数
problem-flag = 应为 是 或 否
problem-choice = 应为其中之一：{ $words }
problem-nobody = 查无此名
problem-several = 不止一个：{ $who }
problem-shape = 不能这样填写

past-ahead = 那一天还没有到，最晚可看今天（{ $today }）。
past-before-founding = 那时还没有建板，最早可看 { $day }。
past-before-history = 那时的历史已归档，最早可看 { $day }。
past-unfounded = 还没有建板，没有可以回看的历史。
past-busy = 上一次回看还在准备，请稍候。
past-unreadable = 历史读不出来，无法回看；请管理人运行 guatu check。
past-no-mark = 还没有标记；用 :mark 名称 设一个。
past-no-mark-named = 没有标记「{ $name }」。
