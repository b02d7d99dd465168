# The preview of an import, and files in a window.
preview-page = { $page ->
    *[mapping] 对应
     [problems] 问题
     [rows] 各行
     [settings] 选项
}
preview-next-page = 换页
preview-sheet = 工作表 { $name }（{ $number }/{ $of }）
preview-header = 表头第 { $row } 行
preview-taken-sheet = 导入
preview-left-sheet = 不导入
preview-count = { $of ->
    *[new] 新增
     [changed] 更新
     [same] 无变化
     [refused] 未收
     [passed] 略过
     [doubles] 疑似重复
     [below] 表尾未读
}
preview-adds = 另增人员 { $people } 名、单位 { $units } 个
preview-added = 名册新增：{ $names }
preview-counted = { $rows } 行：新增 { $new }，更新 { $changed }
preview-no-name = 没有名称列：按 1，在名称那一列按 Enter 选定
preview-rows-of = { $rows } 行
preview-hidden = 含隐藏行 { $count }
preview-fill-down = 空格向下补齐
preview-fill-not = 空格不补
preview-filled = 向下补齐
preview-fillable = 空格可补齐
preview-fill-why = 空格多，像丢了合并单元格：按 Enter 选「空格向下补齐」
preview-done = 已导入 { $file }：{ $what }
preview-planning-at = 逐行核对 { $percent }%
preview-reading-at = 读取文件 { $kilobytes } KB
preview-can-cancel = Esc 取消，不作任何改动
preview-column = { $of ->
    *[header] 表头
     [samples] 内容举例
     [field] 对应字段
     [sure] 依据
     [cell] 单元格
     [text] 内容
     [why] 问题
     [row] 行
     [name] 名称
     [fate] 结果
     [more] 说明
}
preview-to-nothing = 不导入
preview-by-hand = 手选
preview-by-name = 同名
preview-by-likeness = 近似 { $percent }%
preview-there-is = 已有{ $field }
preview-not-like = 不像{ $field }
preview-nothing-on = { $page ->
    *[problems] 没有问题。按 4 看选项，按 i 导入
     [rows] 没有数据行
}
preview-row-is = 第 { $row } 行：{ $fate }
preview-setting = { $setting ->
    *[kind] 类别
     [mode] 方式
     [matching] 按什么对应
     [unit] 未写单位的金额
     [order] 日期次序
     [division] 未写事业部的归
     [saved] 存下的对应
     [row] 此行
     [go] 导入
}
preview-as-it-says = 照表内所写
preview-none = 不指定
preview-lacking = { $cell } "{ $text }" 没有写明
preview-lacks = { $of ->
    *[unit] { $cell } "{ $text }" 没有写明单位，选定后才能导入：按 w 选
     [order] { $cell } "{ $text }" 不知是日在前还是月在前，选定后才能导入：按 w 选
}
preview-no-unit = 缺单位
preview-no-order = 缺日期次序
preview-lacks-nothing = 没有缺的单位或日期次序
preview-no-choice = 没有别的可选
preview-goes-to = { $header } 对应
preview-go = 导入：{ $what }
preview-sure = 导入 { $file }：{ $what }。可用 u 整批撤销。现在导入吗？
preview-nothing-to-do = 没有可导入的行
preview-leave = 手工改过的对应和选择会丢掉。离开预览吗？（板上没有任何改动）
preview-left = 已离开导入预览，未作任何改动
preview-again-since = 板上刚有变动，结果已重新核对：请再看一遍
preview-fault = 预览出了故障，未作任何改动；其他窗口不受影响
preview-offered = 上次 { $file } 的导入预览没有做完，板上没有改动。要重新打开吗？
file-which = 写上文件：:{ $command } 文件
file-writing = 正在写入 { $path }（Esc 取消）
file-stopping = 正在取消
file-stopped = 已取消，没有写入 { $path }
file-replace = 已有同名文件 { $path }。要覆盖它吗？
file-not-found = 没有这个文件：{ $path }
file-denied = 没有权限读写：{ $path }
file-folder = 是文件夹，不是文件：{ $path }
file-exists = 已有同名文件：{ $path }
file-other = { $path }：{ $why }
file-ending = 文件名须以 .xlsx、.csv、.json、.jsonl、.md 或 .ics 结尾
file-busy = 另一个文件还没有传完，请稍候
file-fault = 写文件时出了故障；其他窗口不受影响
file-no-such-kind = 此处所列不能导出：可到线索、目标、人员、支援请求或六个一
preview-may-repeat = 可能与 { $like } 重复（{ $why }）
preview-notes = 记事 { $count } 条
preview-choices-kept = 对应已存为"{ $name }"，同样表头的表可按 f 使用
preview-none-fits = 没有适合这种表头的存下的对应
preview-row-usual = 照所选方式
preview-row-skip = 略过此行
preview-row-create = 新建一条
preview-row-update = 更新 { $what }
preview-by-synonym = 同义
