### layer

layer-calendar-month = { $year }年{ $month }月
layer-weekdays = 一 二 三 四 五 六 日

layer-form-create = 新建{ $kind ->
    [division] 事业部
    [unit] 单位
    [person] 人员
    [target] 目标
    [six_one] 六个一
    [lead] 线索
    [note] 记事
    [request] 支援请求
    [mark] 标记
   *[charter] 章程
}
layer-form-edit = 修改 { $id } { $name }
layer-form-why = 理由
layer-form-save = 保存 Ctrl-s
layer-form-waiting = 正在保存
layer-form-wrong = 有内容填得不对，请先改正。
layer-form-unsaved = 还有没保存的内容，要放弃吗？
layer-form-clash = 期间已被改过，请选一个
layer-form-mine = 1 用我的：{ $value }
layer-form-theirs = 2 用对方的：{ $value }
layer-form-date = { $date } 周{ $day ->
    [1] 一
    [2] 二
    [3] 三
    [4] 四
    [5] 五
    [6] 六
   *[7] 日
}

layer-hint-next = 下一项
layer-hint-must = 必填
layer-hint-warn = 宜填
layer-hint-save = 保存
layer-hint-list = 列表
layer-hint-calendar = 日历
layer-hint-both = 看双方的值
layer-hint-day = 移动
layer-hint-month = 翻月

layer-problem-double = 与 { $id } { $name } 重复

layer-example-money = 如 3500万、1.2亿
layer-example-date = 如 6/30、+7d、月底
layer-example-name = 名称、拼音或首字母
layer-example-choice = 从列表中选
layer-example-words = 用顿号分开
layer-example-credit = 18 位
layer-form-others = { $names } 也打开了这条记录的表单
layer-hint-editor = 编辑器（Ctrl-j 换行）
