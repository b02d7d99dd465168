### What a window says of its own.

app-full-width = 收到全角字符，已按半角处理；请切换到英文输入法。
app-input-method = 这里用单键操作：请切换到英文输入法，或用方向键、回车、Esc、Tab 和数字键。
app-needs-role = { $login } 只有查看权限；需要修改请找管理员在 :show_people 中授权。
app-not-here = 光标处不适用：{ $what }。
app-no-division = 没有这个编号的事业部。
app-quit-unsaved = 表单还没有保存，仍然退出吗？
app-last-stage = 已在最后阶段。
app-first-stage = 已在最初阶段；可按 s 储备或 x 终止。
app-no-such-move = 这个阶段不能这样变更；按 m 看可选的去向。
app-move-title = { $id } { $name }：变更到
app-move-form = { $id } { $name }：变更到{ $to }
app-hold-title = 挂起：{ $name }
app-given-set = 这里的记录是固定的一套；按 e 修改。
app-ask-title = { $what }：{ $id } { $name }
app-note-title = 记事：{ $id } { $name }
app-no-theme = 没有主题 { $name }；可选：{ $names }。
app-no-glyphs = 没有字符集 { $name }；可选：unicode、ascii。
app-no-language = 没有语言 { $name }；可选：zh-CN、en。
app-no-command = 没有命令 { $word }；按 : 后用 Tab 补全，或按 ? 看按键。
app-copied = { $id } 已发送到你的终端剪贴板。
app-nothing-changed = 没有改动。
app-at-the-top = 已在顶层：按 q 或 Ctrl-c 退出。
app-draft = 上次断线时有一个没保存的表单（{ $verb }：{ $what }）。要接着填吗？
app-draft-gone = 草稿对应的记录已不在板上，无法接着填。

layer-yes = 是（y）
layer-no = 否（n）
layer-hint-other = 换一个
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
