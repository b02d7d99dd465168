### Filters: what they find, what is wrong with them, those that are kept.

filter-count = 找到 { $shown } 条
filter-unread = 「{ $term }」没有起作用：{ $why }
filter-wrong = { $term }：{ $why }
filter-unknown = 没有这个字段；按文字查找请加引号
filter-unfinished = 后面缺内容
filter-no-order = 只能用 : 或 =，不能比大小
filter-days = 要写天数，如 30d
filter-overdue = 逾期
filter-today = 今日
filter-week = 7日
filter-month = 30日
filter-red = 红灯
filter-silent = 30日未更新
filter-platforms = 平台
filter-none-saved = 这里没有常用筛选；先筛选，再用 :filter save 名称 保存。
filter-forget = 删除常用筛选「{ $name }」吗？
filter-forgotten = 已删除常用筛选「{ $name }」。
filter-nothing-to-save = 先在列表里筛选，再保存。
filter-saved = 已保存常用筛选「{ $name }」：{ $text }。按 f 选用。
filter-save-help = 保存当前筛选，后面接名称
