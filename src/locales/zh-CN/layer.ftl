### layer

layer-calendar-month = { $year }年{ $month }月
layer-weekdays = 一 二 三 四 五 六 日
