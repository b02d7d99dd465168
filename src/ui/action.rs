//! Everything a key can do, each with its code and its words: the help screen, the footer, the
//! README's table and the command line are read from here. May use `domain::Lang`.

use crate::domain::Lang;

macro_rules! actions {
    ($($(#[$meta:meta])* $name:ident = $code:literal, $zh:literal, $en:literal $(, hint $zh_hint:literal, $en_hint:literal)? ;)+) => {
        /// Something a key can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[expect(missing_docs, reason = "each action is described by its words in this table")]
        pub enum Action { $( $(#[$meta])* $name, )+ }

        impl Action {
            /// All actions, in the order of help.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The name that drafts and key settings use.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$name => $code, )+ }
            }

            /// What it does, as help says it.
            #[must_use]
            pub const fn help(self, lang: Lang) -> &'static str {
                match self { $( Self::$name => lang.pick($zh, $en), )+ }
            }

            /// What it does in a word, as the footer says it; empty where the footer leaves it out.
            #[must_use]
            pub const fn hint(self, lang: Lang) -> &'static str {
                match self { $( Self::$name => lang.pick(actions!(@hint $($zh_hint)?), actions!(@hint $($en_hint)?)), )+ }
            }
        }
    };
    (@hint) => { "" };
    (@hint $hint:literal) => { $hint };
}

actions! {
    Down = "down", "下移", "Down";
    Up = "up", "上移", "Up";
    PageDown = "page_down", "下翻一页", "Page down";
    PageUp = "page_up", "上翻一页", "Page up";
    Top = "top", "到首行", "First row";
    Bottom = "bottom", "到末行", "Last row";
    Left = "left", "左移（分栏）", "Pane or column to the left";
    Right = "right", "右移（分栏）", "Pane or column to the right";
    NextPane = "next_pane", "下一分栏", "Next pane";
    PreviousPane = "previous_pane", "上一分栏", "Previous pane";
    Division = "division", "选中该事业部；研判时受理并分派", "Focus that division; in the inbox accept and route to it", hint "事业部", "division";
    AllDivisions = "all_divisions", "全部六个事业部", "All six divisions", hint "全部", "all";
    Open = "open", "打开", "Open", hint "打开", "open";
    Back = "back", "返回", "Back";
    Leave = "leave", "返回；在顶层退出", "Back; quit at the top", hint "返回", "back";
    Forward = "forward", "推进一个阶段；请求接办或办结", "Stage forward; take up or finish a request", hint "推进", "forward";
    Backward = "backward", "退回一个阶段；请求退回或重启", "Stage back; return or reopen a request", hint "退回", "back a stage";
    Zoom = "zoom", "放大当前分栏或详情；进度图换月、周、季", "Zoom the pane or the detail; on the progress chart months, weeks, quarters", hint "放大", "zoom";
    Move = "move", "选择阶段变更", "Pick from the allowed moves", hint "变更阶段", "move";
    Assign = "assign", "指定责任人", "Owner", hint "责任人", "owner";
    Redate = "redate", "改完成时限", "Due date", hint "时限", "due";
    Note = "note", "记事并定下一步或新时限", "Note with the next step or a new date", hint "记事", "note";
    Edit = "edit", "修改表单", "Edit form", hint "修改", "edit";
    New = "new", "在此新建", "New record here", hint "新建", "new";
    Park = "park", "储备线索或挂起目标", "Park the lead or hold the target", hint "储备", "park";
    Duplicate = "duplicate", "并案（与某线索重复）", "Duplicate of another lead", hint "并案", "duplicate";
    Transfer = "transfer", "转到另一事业部（再按数字）", "Transfer to a division (then its digit)", hint "流转", "transfer";
    End = "end", "终止线索（选原因）", "End the lead (reason picker)", hint "终止", "end";
    Depart = "depart", "离岗（名下事项一并交接）", "Leave the post (all in hand goes to another)", hint "离岗", "leave";
    Block = "block", "卡点：提请支援", "Blocked: raise a support request", hint "提请", "blocked";
    Cycle = "cycle", "下一状态（空缺、筹建、到位）", "Next state (vacant, being set up, in place)", hint "改状态", "state";
    Mark = "mark_row", "标记并下移", "Mark and go on", hint "标记", "mark";
    MarkRange = "mark_range", "标记一段（再按一次定下）", "Mark a range (again to keep it)";
    MarkAll = "mark_all", "全部标记或取消", "Mark all, or none";
    Repeat = "repeat", "对光标处或已标记的重复上一操作", "Repeat the last action on what is marked";
    Undo = "undo", "撤销", "Undo", hint "撤销", "undo";
    Redo = "redo", "重做", "Redo";
    Filter = "filter", "筛选（文字、拼音，或 部:海洋 额>1亿 逾期）", "Filter (text, pinyin, or terms like div:4 amt>100m overdue)", hint "筛选", "filter";
    SavedFilters = "saved_filters", "常用筛选", "Saved filters", hint "常用筛选", "saved filters";
    ClearFilter = "clear_filter", "清除筛选", "Clear the filter";
    SortNext = "sort_next", "按右一列排序", "Sort by the next column", hint "排序", "sort";
    SortPrevious = "sort_previous", "按左一列排序", "Sort by the previous column";
    SortReverse = "sort_reverse", "倒转排序", "Reverse the sort order";
    Counted = "counted", "计入明细", "What was counted", hint "计入", "counted";
    RecordHistory = "record_history", "该记录的历史", "History of this record", hint "履历", "history";
    Copy = "copy", "复制该行到你的终端", "Copy the line to your terminal";
    Command = "command", "命令行", "Command line", hint "命令", "command";
    Help = "help", "此处可用的按键", "Keys valid here", hint "帮助", "help";
    ShowInbox = "show_inbox", "研判（收件箱）", "Triage inbox", hint "研判", "triage";
    ShowAgenda = "show_agenda", "日程（到期事项）", "Agenda: what falls due", hint "日程", "agenda";
    ShowFigures = "figures", "数据（漏斗、用时、来量）", "Figures: funnel, tempo, intake", hint "数据", "figures";
    ShowCluster = "cluster", "产业集群（产业链、引荐、平台、五方）", "Cluster: chains, referrals, platforms, parties", hint "集群", "cluster";
    ShowBoard = "show_board", "挂图总览", "Board", hint "总览", "board";
    ShowRequests = "show_requests", "保障图（支援请求）", "Support chart: requests to the departments", hint "保障", "support";
    ShowTargets = "show_targets", "部署图", "Deployment chart", hint "部署图", "targets";
    ShowProgress = "show_progress", "进度图", "Progress chart", hint "进度图", "progress";
    ShowLeads = "show_leads", "线索", "Leads", hint "线索", "leads";
    ShowSixOnes = "show_six_ones", "六个一", "Six Ones", hint "六个一", "Six Ones";
    ShowOrganisation = "organisation", "组织（事业部、工作部、平台公司、人员）", "Organisation: divisions, departments, companies, people", hint "组织", "organisation";
    ShowHistory = "show_history", "全部历史", "History", hint "历史", "history";
    ShowPeople = "show_people", "人员", "People";
    ShowUnits = "show_units", "工作部与平台公司", "Departments and companies";
    ShowDivisions = "show_divisions", "事业部名册", "Divisions";
    SetMark = "mark", "在历史上设一个标记（:mark 名称）", "Set a mark in the history (:mark NAME)", hint "设标记", "set a mark";
    Since = "since", "最近一个标记以来的历史（:since 名称）", "History since the last mark (:since NAME)", hint "标记以来", "since the mark";
    LookBack = "at", "回看某天结束时的挂图（:at 日期）", "The board as it was at the end of a day (:at DATE)", hint "看往日", "past day";
    Now = "now", "从回看返回现在", "Back from a past day to now", hint "回到现在", "back to now";
    Present = "present", "投影（把挂图放成幻灯）", "Projector: the board as slides", hint "投影", "projector";
    Import = "import", "导入文件，先预览（:import 文件）", "Import a file, after a preview (:import FILE)", hint "导入", "import";
    Export = "export", "把此处所列写入文件（:export 文件）", "Write what is listed here to a file (:export FILE)", hint "导出", "export";
    ImportPage = "import_page", "预览的第几页：对应、问题、各行、选项", "A page of the preview: mapping, problems, rows, options";
    DoImport = "do_import", "导入（先问一次）", "Import (asks once)", hint "导入", "import";
    Answer = "answer", "选定缺的单位或日期次序", "Say the unit or the order of dates that is missing", hint "补缺", "what lacks";
    LeaveOut = "leave_out", "不要此列、此行、此表，或又要", "Leave out the column, row or sheet, or take it again", hint "不要", "leave out";
    RowFate = "row_fate", "该行新建、更新或略过", "Create, update or skip the row", hint "此行", "this row";
    NextDouble = "next_double", "下一处疑似重复", "Next possible duplicate", hint "疑似重复", "doubles";
    SavedMappings = "saved_mappings", "用存下的对应", "Use a saved mapping", hint "用存下的对应", "saved mapping";
    SaveMapping = "save_mapping", "存下对应和选择（:save_mapping 名称）", "Save mapping and choices (:save_mapping NAME)", hint "存下对应", "save mapping";
    ImportMode = "import_mode", "只新建、新建并更新、只更新", "New only, new and update, update only", hint "方式", "mode";
    ImportKind = "import_kind", "表里是什么", "What the sheet holds", hint "类别", "kind";
    NextSheet = "next_sheet", "下一工作表", "Next sheet", hint "下一表", "next sheet";
    PreviousSheet = "previous_sheet", "上一工作表", "Previous sheet";
    NextSlide = "next_slide", "下一页", "Next slide";
    PreviousSlide = "previous_slide", "上一页", "Previous slide";
    FirstSlide = "first_slide", "第一页", "First slide";
    LastSlide = "last_slide", "第几页（先按数字），或最后一页", "The slide of the number typed before, or the last one";
    SlideIndex = "slide_index", "选一页", "Pick a slide";
    Black = "black", "黑屏", "Black screen";
    Commit = "commit", "军令状：记下承诺（目标、时限、责任人）", "Commitment: take down target, due date and owner";
    SlideTime = "slide_time", "显示或隐藏时间", "Show or hide the time";
    Follow = "follow", "跟随别人的投影（:follow 姓名）", "Follow somebody's slides (:follow NAME)";
    Highlight = "highlight", "投影时是否标亮刚变化的内容", "Whether the projector lights up what has just changed";
    Rules = "rules", "亮灯规则与阈值", "The lights' rules and thresholds";
    Theme = "theme", "选择主题", "Pick a theme";
    Language = "language", "切换中文与英文", "Switch between Chinese and English";
    Glyphs = "glyphs", "切换字符集（auto、unicode、ascii）", "Switch the glyphs (auto, unicode, ascii)";
    Mouse = "mouse", "启用或停用鼠标（点选、滚轮）", "Mouse on or off (click, wheel)";
    Stay = "stay", "研判后停留或自动前进", "Triage: stay on a lead or go on by itself";
    Who = "who", "谁在线、在看什么", "Who is here, and where";
    Redraw = "redraw", "重画屏幕", "Draw the screen anew";
    Suspend = "suspend", "挂到后台", "Suspend to the shell";
    Quit = "quit", "退出", "Quit", hint "退出", "quit";
}

impl Action {
    /// Whether it marks records of a list.
    #[must_use]
    pub const fn is_marking(self) -> bool {
        matches!(self, Self::Mark | Self::MarkRange | Self::MarkAll)
    }

    /// Whether it only moves the cursor, in a list or between panes.
    #[must_use]
    pub const fn is_step(self) -> bool {
        matches!(
            self,
            Self::Down
                | Self::Up
                | Self::PageDown
                | Self::PageUp
                | Self::Top
                | Self::Bottom
                | Self::Left
                | Self::Right
                | Self::NextPane
                | Self::PreviousPane
        )
    }

    /// The action with this code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.code() == code)
    }
}
