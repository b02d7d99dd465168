### 命令与导入导出

problem-unit = 没有写明单位，如 3500万、1.2亿元
problem-money = 读不出金额
problem-large = 金额太大
problem-date = 读不出日期
problem-ambiguous = 日月不明，请写成 2026-3-4
problem-no-day = 没有这一天
problem-number = 应为整数
problem-flag = 应为 是 或 否
problem-choice = 应为其中之一：{ $words }
problem-nobody = 查无此名
problem-several = 不止一个：{ $ids }
problem-shape = 不能这样填写

import-read = 编码 { $encoding }，表头在第 { $header } 行，数据 { $rows } 行
import-read-json = guatu 导出的 JSON，线索 { $rows } 条
import-to-progress = 进展记事
import-to-remark = 一般记事
import-to-extra = 附加列
import-taken = （{ $field }已有对应列）
import-unlike = （多数内容不像{ $field }）
import-named-by = 没有名称列，以{ $field }为名
import-counts = 新增 { $created } 条，已在板上 { $present } 条，未收 { $refused } 条
import-people = 新增人员 { $count } 名：{ $names }
import-units = 新增单位 { $count } 个：{ $names }
import-below = 表尾以下 { $count } 行未读
import-issue = { $cell } "{ $text }"：{ $why }
import-nameless = 没有名称，此行未收
import-twice = 编号与第 { $row } 行重复，此行未收
import-stage = 认不出的阶段，此行未收
import-several-people = 不止一人，以第一人为责任人，原文留在附加列
import-unread = { $field }{ $problem }，原文留在附加列
import-more-issues = 另有 { $count } 处问题
import-dry = 仅预览，未作改动。
import-done = 已导入 { $file }：新增 { $created } 条；guatu undo 可整批撤销。
import-nothing = { $file } 没有可新增的线索。
import-no-name = 找不到名称列：用 --map '表头=name' 指定。
import-no-unit = { $columns } 没有写明单位：加 --unit 万元 或 --unit 元。
import-empty = 文件是空的。
import-binary = 不是 CSV 或 JSON 文件：请先另存为 CSV。
import-json = 不是 guatu 导出的 JSON：{ $what }
import-map = --map 写作 '表头=字段'，没有字段 { $field }。
import-unit = 不认识的单位 { $unit }：可用 元、万元、亿元。

command-kind = 没有 { $word } 这类记录，可用：{ $kinds }
command-id = { $word } 不是编号，应如 L42、T7、R3。
command-no-record = 板上没有 { $id }。
command-set = { $word } 应写作 字段=值。
command-field = { $kind } 没有可填的字段 { $name }，可用：{ $keys }
command-value = { $field } 填不了"{ $text }"：{ $why }。
command-add-stage = 新线索从"{ $stage }"阶段开始：先 add，再 move。
command-same = 没有变化。
command-not-lead = { $id } 不是线索，不能推进。
command-stage = 没有阶段 { $word }，可用：{ $stages }
command-there = { $id } 已在{ $stage }阶段。
command-division = 找不到事业部 { $word }：{ $why }。
command-journal = 历史读不出来：{ $what }
command-unfounded = 尚未建板：运行 guatu 建板。
command-demo = 演示
command-days-left = 距截止 { $days } 天
command-totals = 签约 { $signed }  到位 { $paid }  { $lights }  六个一 { $ready }/{ $all }
command-pace = { $name } { $reached }%（序时 { $pace }%）
command-next = { $due } { $id } { $name }
command-light = 灯
command-agree = { $seq } 笔历史与 { $records } 条记录一致。
command-index = 统计与记录不符：运行 guatu server restart。
import-large = 文件超过 { $megabytes } MB，请拆分后再导入。
command-head-no = 号
command-head-lights = 线索灯
command-head-six = 六个一
command-head-target = 主目标
command-head-next = 最近时限
command-head-division = 事业部

command-export-ending = 导出文件须以 .csv 或 .json 结尾。
finding-line = 历史文件在 { $place } 处损坏。
finding-torn = 历史文件在 { $place } 处不完整。
finding-transaction = 第 { $seq } 笔与之前不符：{ $why }
finding-missing = 缺第 { $seq } 笔。
finding-differs = { $id } 与历史不符。
finding-dangling = { $id } 的{ $field }引用了不存在的 { $to }。
finding-unreadable = 数据库读不出来；下次启动会由历史重建。
finding-apart = 数据库在第 { $form } 笔，历史在第 { $log } 笔；下次启动会自动补齐。
finding-snapshot = 快照 { $path } 损坏：{ $why }

help-list = 列出一类记录
help-list--kind = 类别：lead、target、six_one、request、person、unit、division、note
help-list--json = 输出 JSON
help-list--csv = 输出 CSV，表头为字段名
help-show = 显示一条记录及其记事
help-show--id = 编号，如 L42
help-show--json = 输出 JSON
help-add = 新建一条记录
help-add--kind = 类别，如 lead
help-add--sets = 字段=值，如 name=项目名称 amount=5000万
help-set = 修改一条记录
help-set--id = 编号，如 L42
help-set--sets = 字段=值
help-move = 推进或退回一条线索
help-move--id = 编号，如 L42
help-move--stage = 阶段：lead、talk、sign、land、build、run、park、end
help-move--sets = 字段=值；why= 写明原因
help-note = 记一笔进展
help-note--id = 线索、目标或求助的编号
help-note--text = 内容
help-undo = 撤销自己的上一次改动
help-redo = 恢复刚撤销的改动
help-history = 列出改动，新的在前
help-history--id = 只看这条记录
help-history--json = 输出 JSON
help-history--limit = 最多多少笔
help-import = 从 CSV 或 JSON 文件导入线索
help-import--file = 文件
help-import--dry_run = 只预览：对应关系、条数和每处问题
help-import--map = 指定表头对应的字段，可多次
help-import--unit = 没写单位的金额按什么单位算，如 万元
help-import--division = 没写事业部的线索归哪个事业部
help-export = 把全部线索写入文件
help-export--file = 文件，以 .csv 或 .json 结尾
help-backup = 备份整个板及其历史
help-backup--file = 备份文件
help-restore = 由备份文件建板，数据文件夹须为空
help-restore--file = 备份文件
help-check = 核对历史、记录与引用是否一致
help-check--lights = 改为检查有无红灯，有则退出码为 1
