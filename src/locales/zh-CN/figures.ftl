### 数据

figures-rate-talk = 跟进率
figures-rate-sign = 签约率
figures-rate-land = 落地率
figures-rate-build = 开工率
figures-rate-run = 投产率
figures-faster = 快{ $days }天
figures-slower = 慢{ $days }天
figures-same = 持平
figures-passage = { $from }到{ $to }
figures-others = 其余
figures-all = 全部线索
figures-no-division = 未分事业部
figures-no-owner = 无责任人
figures-no-source = 未写来源
figures-of = { $what }（{ $part }）
figures-reached = 到过{ $stage }的线索
figures-short = { $rate }：未到{ $stage }的线索
figures-pledged = 资金到位率：计入的签约线索
figures-made = { $passage }：近90天
figures-made-before = { $passage }：此前90天
figures-verdicts = 近90天研判的线索
figures-verdicts-before = 此前90天研判的线索
figures-verdicts-late = 近90天研判超过{ $days }天的线索
figures-week = { $date } 起一周收到的线索
