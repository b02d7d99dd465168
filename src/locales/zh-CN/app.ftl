### What a window says of its own.

app-full-width = 收到全角字符，已按半角处理；请切换到英文输入法。
app-input-method = 这里用单键操作：请切换到英文输入法，或用方向键、回车、Esc、Tab 和数字键。
app-pasted = 这里不接收粘贴的文字：先打开表单（o、e、n）或筛选（/）。
app-needs-role = { $login } 只有查看权限；需要修改请找管理员在 :show_people 中授权。
app-not-here = 光标处不适用：{ $what }。
app-no-division = 没有这个编号的事业部。
app-last-stage = 已在最后阶段。
app-first-stage = 已在最初阶段；可按 s 储备或 x 终止。
app-no-such-move = 这个阶段不能这样变更；按 m 看可选的去向。
app-move-title = { $what }：变更到
app-move-form = { $what }：变更到{ $to }
app-back-title = { $what }：各退回一个阶段
app-hold-title = 挂起：{ $what }
app-given-set = 这里的记录是固定的一套；按 e 修改。
app-ask-title = { $field }：{ $what }
app-note-title = 记事：{ $what }
app-no-theme = 没有主题 { $name }；可选：{ $names }。
app-no-glyphs = 没有字符集 { $name }；可选：auto、unicode、ascii。
app-glyphs = 字符集：{ $name }，此终端用 { $set }。
app-mouse-on = 鼠标已启用：单击选中，再击打开，滚轮翻动；按住 Shift 选取文字。停用 :mouse
app-mouse-off = 鼠标已停用，交还终端。
app-title = 挂图 - { $name } - { $place }
app-not-utf8 = Not UTF-8: LANG=zh_CN.UTF-8 guatu（终端也须为 UTF-8，否则中文是乱码）
app-no-language = 没有语言 { $name }；可选：zh-CN、en。
app-no-command = 没有命令 { $word }；按 : 后用 Tab 补全，或按 ? 看按键。
app-filter-off = 筛选没有列出 { $id }，已清除筛选。
app-undo-many = 这一步新建了 { $count } 条记录，撤销会把它们全部收回（U 可重做）。要撤销吗？
app-copied = { $id } 已发送到你的终端剪贴板。
app-nothing-changed = 没有改动。
app-at-the-top = 已在顶层：按 q 或 Ctrl-c 退出。
app-draft = 上次有一个没保存的表单（{ $form }）。要接着填吗？
app-draft-of = { $verb }：{ $what }
app-draft-gone = 草稿对应的记录已不在板上，无法接着填。

layer-yes = 是（y）
layer-no = 否（n）
layer-hint-other = 换一个
layer-hint-own-key = 按右侧的键直接执行
layer-no-match = 没有符合的
layer-hint-choose = 选定
layer-hint-narrow = 输入以缩小范围
layer-hint-remove = 删除
layer-hint-keep = 保留筛选
layer-hint-clear = 清除筛选
layer-hint-close = 关闭
layer-hint-scroll = 滚动
layer-hint-do = 执行
layer-hint-complete = 补全
layer-help-title = 此处可用的按键
layer-help-type = 输入文字、拼音或首字母查找

app-too-small = 终端太小：至少需要 { $columns } 列 { $rows } 行。放大窗口，或按 q 退出。
app-lacking = { $done }；宜补：{ $fields }
app-accept = 受理
app-whose = 我的/全部
app-first-step = 首次对接
app-accepted = 受理 { $id }：{ $division } { $owner } { $due } { $step }，{ $name }
app-accept-title = 受理 { $what }，归{ $division }
app-accepted-many = 受理 { $count } 条，归{ $division }（u 撤销）
app-done-until = { $done }：{ $date }
app-done-into = { $done }，并入 { $id } { $name }
app-done-undo = { $done }（u 撤销）
app-has-verdict = { $id } 已有研判结论（{ $stage }）；改分派请按 R。
app-park-title = 储备 { $what }：多久
app-park-week = 一周
app-park-month = 一个月
app-park-quarter = 一季度
app-park-date = 另定日期
app-duplicate-title = 并案 { $what }：与哪条线索重复
app-transfer-title = 流转 { $what }：到哪个事业部
app-transfer-here = 现在就在这里
app-already-there = { $what } 已经在{ $division }，没有改动。
app-duplicate-other = 另一条线索
app-no-person = 人员名册上没有「{ $name }」，或不止一人；按 Tab 补全。
app-looking-back = 正在准备 { $day } 的挂图，请稍候。
app-past = 现在看到的是 { $day } 结束时的挂图，只能查看；:now 或在顶层按 Esc 返回。
app-now = 现在看到的是当前的挂图。
app-past-refused = 正在回看 { $day }，不能修改；:now 回到现在后再做。
app-past-form = 有表单开着，没有切换；关闭后再用 :at。
app-at-what = 请写明日期，如 :at 2026-10-01、:at -30d、:at 月底。
app-nothing-to-repeat = 还没有可重复的操作。
app-do-none = 都不办
app-do-rest = 其余 { $count } 条照办
app-cannot-all = { $all } 条中有 { $count } 条办不了{ $same ->
    [0] { "" }
   *[other] ，{ $same } 条已是如此
}
app-stays = 研判后停留在原线索。
app-goes-on = 研判后自动前进到下一条。
app-who = { $who }：{ $place }
app-who-own = { $who }（本窗口）
app-who-edits = { $who }：{ $place }，正在改 { $id } { $name }
app-no-editor = 编辑器没有正常结束，文字未改动；请检查环境变量 EDITOR。
app-dealt-with = { $id } 刚被别人处理；按 j 看下一条。
app-unmarked = { $ids } 刚被别人处理，已取消选择。
app-moved-meanwhile = { $id } 刚被别人推进或退回过，这次没有提交；请看清后再定。
app-many = { $count } 条
app-too-many = 已选 { $count } 条，一次最多处理 { $most } 条。
app-does-not-fit = { $id } 不适用这一操作。
app-has-left = { $name }已离岗
app-leave-title = { $name }离岗：线索 { $leads }、目标 { $targets }、六个一 { $six_ones }、部门负责 { $divisions } 交接给
app-no-heir = 须由另一名未离岗的人员接手
app-next-face = 下一页
app-request-step = { $verb ->
    *[take] 接办
     [finish] 办结
     [return] 退回
     [reopen] 重启
}
app-request-title = { $verb }：{ $what }
app-request-closed = 已办结或退回；按 H 写明原因可重启。
app-typed-in = { $id } 的完成值是手工填报的，没有计入明细；按 i 看填报历史
app-hold-hint = 挂起
app-done-state = { $done }：{ $state }
app-go-inside = 请先按 Enter 进入该单位的请求列表
theme-no-toml = 不是有效的 TOML
theme-unknown = 主题没有 { $key } 这一项
theme-value = { $key } 的值类型不对
theme-colour = { $key }：没有颜色 { $colour }
theme-no-text = 既无 styles.text，色板也缺 ink 与 ground
theme-too-long = 超过 { $room } KiB
theme-no-room = 已放不下：全部文件合计最多 { $room } KiB
theme-too-many = 只读取 { $most } 个文件
theme-line = 第 { $line } 行：{ $what }
theme-fault = { $file }：{ $what }
theme-gone = 主题 { $name } 已不存在，改用默认主题。
theme-own = 自有
theme-faulty = 有误
theme-dark = 深色
theme-light = 浅色
theme-projector = 每处文字对比度 7:1 以上
theme-safe = 不辨红绿者也能分清
theme-sixteen = 只用终端自己的 16 色
theme-mono = 不用颜色
