### Files out: the command, and the words in the files.

help-export = 把线索等写入文件：XLSX 台账、CSV、JSON、JSON Lines、Markdown，时限写成 iCalendar
help-export--file = 文件，以 .xlsx、.csv、.json、.jsonl、.md 或 .ics 结尾；- 为标准输出
help-export--kind = 哪类记录：leads、targets、people、requests、six_ones；不写为线索，日历则为全部时限
help-export--filter = 只写筛选出的，写法同列表，如 部:海洋 灯:红
help-export--columns = 哪些列，用逗号隔开：字段名、中文名称或别名，另有 id、light、reason、progress、note、extra
help-export--form = 不看结尾，按这种形式写：xlsx、csv、json、jsonl、md、ics
help-export--lang = 表头和用词的语言：zh 或 en；不写为自己的语言
help-export--force = 覆盖已有的同名文件
usage-word-fields = 字段
usage-word-form = 形式
usage-word-lang = 语言

command-exported = 已把 { $count } 条{ $kind ->
    *[lead] 线索
     [target] 目标
     [person] 人员
     [request] 支援请求
     [six_one] 六个一
     [date] 时限
}写入 { $file }。
command-export-ending = 导出文件须以形式结尾（{ $forms }），或用 --form 写明形式。
command-export-how = 写到标准输出时，请用 --form 写明形式：{ $forms }。
command-export-form = 没有「{ $word }」这种导出形式；可用 { $forms }。
command-export-terminal = XLSX 不能显示在终端上，请写入文件或管道。
command-export-column = 没有「{ $word }」这一列；可用 id、light、reason、progress、note、extra 和字段 { $keys }。
command-export-no-columns = 日历没有列，请去掉 --columns。
command-export-lang = 没有「{ $word }」这种语言；可用 zh 或 en。
command-export-many = 一张工作表最多 { $most } 行：请加 --filter，或导出 CSV。
command-export-cut = { $count } 个单元格超过 32,767 字，表内只有开头，全文在「长文本」表；要原样导回，请用 CSV 或 JSON。

export-red = 红
export-yellow = 黄
export-green = 绿
export-grey = 灰
export-light-on = { $day }：{ $light }
export-next-step = 下一步
export-stage = 阶段
export-owner = 责任人
export-division = 事业部
export-title = { $name } { $kind }（{ $day }，共 { $count } 条）
export-footer = &L&A&R第 &P 页，共 &N 页
export-sheet-ledger = 台账
export-sheet-figures = 数据
export-sheet-six = 六个一
export-sheet-pledges = 军令状
export-sheet-long = 长文本
export-long = 一个单元格放不下的文字，全文分段列在这里
export-record = 记录
export-column = 列
export-part = 段
export-text = 文字
export-list-title = 不在列表中
export-list = 这个词不在列表里。导入认得的别名（如 洽谈）可以保留。
export-figures = 数据（{ $day }，台账中的 { $count } 条线索）
export-reached = 到达的线索数
export-rate = 转化率
export-done = 完成
export-pace = 序时进度
export-light = 灯
export-reason = 灯况
export-headline = 主目标
export-percent = 百分比
export-leads = 线索数
export-no-division = 未归口
export-six = 六个一（{ $day }，到位 { $ready }/{ $all }）
export-ready = 到位
export-meeting = 会议
export-day = 日期
export-actual = 已完成
export-chart-funnel = 线索漏斗（含已终止和储备的线索）
export-chart-pace = 各事业部主目标：完成与序时进度
export-chart-lights = 各事业部线索的灯
