//! The form's own words in the five languages.

pub(super) use crate::app::form::words::status;
use crate::date::{Five, Language, phrases};
use crate::record::About;

phrases! {
    /// A word or a few that stand alone.
    pub(super) enum Phrase {
        NewEvent => Five::new("New event", "新しい出来事", "新事件", "新事件", "새 사건"),
        EditEvent => Five::new("Edit event", "出来事を編集", "编辑事件", "編輯事件", "사건 편집"),
        DraftKept => Five::new("Draft kept · Esc to leave", "下書きは残ります · Escで閉じる", "草稿会保留 · Esc 离开", "草稿會保留 · Esc 離開", "초안은 남습니다 · Esc로 닫기"),
        AddEvent => Five::new("Add event", "出来事を追加", "添加事件", "新增事件", "사건 추가"),
        SaveChanges => Five::new("Save changes", "変更を保存", "保存更改", "保存變更", "변경 저장"),
        Unchanged => Five::new("Unchanged", "変更しない", "不更改", "不變更", "그대로"),
        TagsToAdd => Five::new("Tags to add", "追加するタグ", "要添加的标签", "要新增的標籤", "추가할 태그"),
        TagsToRemove => Five::new("Tags to remove", "取り除くタグ", "要移除的标签", "要移除的標籤", "뺄 태그"),
        ActorsToAdd => Five::new("Actors to add", "追加する主体", "要添加的主体", "要新增的主體", "추가할 주체"),
        ActorsToRemove => Five::new("Actors to remove", "取り除く主体", "要移除的主体", "要移除的主體", "뺄 주체"),
        Discard => Five::new("Discard", "破棄", "放弃", "放棄", "버리기"),
        Date => Five::new("Date", "日付", "日期", "日期", "날짜"),
        DateHint => Five::new("29 Sep 1972, 昭和47年9月, circa 1972, 1972 to 1978", "1972年9月29日、昭和47年9月、1972年頃", "1972年9月29日、1972年9月、1972年至1978年", "1972年9月29日、民國61年9月、1972年至1978年", "1972년 9월 29일, 1972년 9월, 1972년부터 1978년까지"),
        TimeZone => Five::new("Time zone", "タイムゾーン", "时区", "時區", "시간대"),
        OtherZone => Five::new("Another time zone…", "ほかのタイムゾーン…", "其他时区…", "其他時區…", "다른 시간대…"),
        ZoneHint => Five::new("Type a city, such as Lima or Ulaanbaatar", "都市名を英語で入力：Lima、Ulaanbaatar など", "用英文输入城市，例如 Lima、Ulaanbaatar", "用英文輸入城市，例如 Lima、Ulaanbaatar", "도시를 영어로 입력: Lima, Ulaanbaatar 등"),
        Title => Five::new("Title", "題名", "标题", "標題", "제목"),
        AddLanguage => Five::new("Add a language", "言語を追加", "添加语言", "新增語言", "언어 추가"),
        LooksLike => Five::new("Looks like an event that is already here", "同じ出来事がすでにあるようです", "看来已有同一事件", "看來已有同一事件", "이미 있는 사건인 듯합니다"),
        OpenIt => Five::new("Open it", "開く", "打开", "開啟", "열기"),
        Kind => Five::new("Kind", "種類", "类型", "類型", "종류"),
        Place => Five::new("Place", "場所", "地点", "地點", "장소"),
        PlaceHint => Five::new("Beijing", "北京", "北京", "北京", "베이징"),
        PlaceNames => Five::new("Names of the place", "場所の名前", "地点的名称", "地點的名稱", "장소의 이름"),
        Position => Five::new("Country and coordinates", "国と座標", "国家和坐标", "國家和座標", "국가와 좌표"),
        Country => Five::new("Country", "国", "国家", "國家", "국가"),
        CountryHint => Five::same("CHN"),
        Latitude => Five::new("Latitude", "緯度", "纬度", "緯度", "위도"),
        LatitudeHint => Five::same("39.9"),
        Longitude => Five::new("Longitude", "経度", "经度", "經度", "경도"),
        LongitudeHint => Five::same("116.4"),
        Actors => Five::new("Actors", "主体", "主体", "主體", "주체"),
        ActorsHint => Five::new("Japan, China…", "日本、中国…", "日本、中国…", "日本、中國…", "일본, 중국…"),
        People => Five::new("People", "人物", "人物", "人物", "인물"),
        PeopleHint => Five::new("A name in any language", "どの言語の名前でも", "任何语言的姓名", "任何語言的姓名", "어느 언어의 이름이든"),
        Add => Five::new("Add", "追加", "添加", "新增", "추가"),
        AddActor => Five::new("Add actor", "主体を追加", "添加主体", "新增主體", "주체 추가"),
        Tags => Five::new("Tags", "タグ", "标签", "標籤", "태그"),
        Summary => Five::new("Summary", "要約", "摘要", "摘要", "요약"),
        Importance => Five::new("Importance", "重要度", "重要程度", "重要程度", "중요도"),
        Status => Five::new("Status", "状態", "状态", "狀態", "상태"),
        Tone => crate::scene::TONE,
        ToneReason => Five::new("Why this tone", "この評価の理由", "如此评价的理由", "如此評價的理由", "이렇게 평가한 이유"),
        Notes => Five::new("Notes", "注記", "注记", "註記", "주"),
        NotesHint => Five::new("Doubts, above all", "とくに疑問点", "尤其是疑点", "尤其是疑點", "특히 의문점"),
        Said => Five::new("What was said", "発言と文言", "原话", "原話", "발언과 문구"),
        AddQuote => Five::new("Add a quote", "引用を追加", "添加引文", "新增引文", "인용 추가"),
        QuoteWords => Five::new("Words, as they were said", "発言のまま", "原话", "原話", "말한 그대로"),
        QuoteHint => Five::new("Word for word, in the language it was said in", "発言された言語で、一字一句", "用原来的语言，逐字填写", "用原來的語言，逐字填寫", "말한 언어로 한 글자도 바꾸지 않고"),
        Language => Five::new("Language", "言語", "语言", "語言", "언어"),
        Translation => Five::new("Translation", "翻訳", "译文", "譯文", "번역"),
        Translations => Five::new("Translations", "翻訳", "译文", "譯文", "번역"),
        Speaker => Five::new("Speaker", "話者", "说话人", "說話人", "말한 사람"),
        Source => Five::new("Source", "出典", "来源", "來源", "출처"),
        Sources => Five::new("Sources of the event", "出来事の出典", "事件的来源", "事件的來源", "사건의 출처"),
        SourceHint => Five::new("Type a title, or paste a citation, a link, BibTeX or RIS", "題名を入力、または引用文・リンク・BibTeX・RISを貼り付け", "输入标题，或粘贴引文、链接、BibTeX、RIS", "輸入標題，或貼上引文、連結、BibTeX、RIS", "제목을 입력하거나 인용·링크·BibTeX·RIS를 붙여넣기"),
        NewSource => Five::new("New source", "新しい出典", "新来源", "新來源", "새 출처"),
        EditSource => Five::new("Edit source", "出典を編集", "编辑来源", "編輯來源", "출처 편집"),
        LeaveSource => Five::new("Undo changes", "変更を元に戻す", "撤销更改", "復原變更", "변경 실행 취소"),
        SeenWherever => Five::new("Changes show wherever the source is cited", "変更はこの出典を引くすべての箇所に表れます", "更改会显示在引用此来源的所有地方", "變更會顯示在引用此來源的所有地方", "바꾼 내용은 이 출처를 인용한 모든 곳에 나타납니다"),
        Locator => Five::new("Where in it", "該当箇所", "所在位置", "所在位置", "해당 부분"),
        LocatorHint => Five::new("p. 3, ¶4, Article 2", "3頁、第2条", "第3页、第2条", "第3頁、第2條", "3쪽, 제2조"),
        Stance => Five::new("Stance", "記録に対して", "对记录的关系", "對記錄的關係", "기록에 대해"),
        Supports => Five::new("Supports", "裏付ける", "支持", "支持", "뒷받침"),
        Disputes => Five::new("Disputes", "争う", "反驳", "反駁", "반박"),
        About => Five::new("What it is about", "何についてか", "关于什么", "關於什麼", "무엇에 관한 것인가"),
        Account => Five::new("Whose account, topic, remark", "どちら側か、話題、注記", "哪一方、话题、注记", "哪一方、話題、註記", "어느 쪽, 화제, 주"),
        Side => Five::new("Whose account", "どちら側の記録か", "哪一方的记录", "哪一方的記錄", "어느 쪽의 기록인가"),
        NoSide => Five::new("Neither side's", "どちら側でもない", "不属任何一方", "不屬任何一方", "어느 쪽도 아님"),
        Topics => Five::new("Topics, to set both sides beside each other", "話題（双方を並べるため）", "话题（以便双方并列）", "話題（以便雙方並列）", "화제 (양쪽을 나란히 놓기 위해)"),
        Issuer => Five::new("Issued by", "発表者", "发布者", "發布者", "발표한 곳"),
        Via => Five::new("Through whom", "経由", "经由", "經由", "거친 곳"),
        Edit => Five::new("Edit", "編集", "编辑", "編輯", "편집"),
        Fold => Five::new("Done", "完了", "完成", "完成", "완료"),
        Remove => Five::new("Remove", "取り除く", "移除", "移除", "지우기"),
        Author => Five::new("Author", "著者", "作者", "作者", "저자"),
        AuthorHint => Five::new("Satake, Haruka; Ministry of Foreign Affairs", "佐竹, 春香; 外務省", "姓, 名; 外交部", "姓, 名; 外交部", "성, 이름; 외교부"),
        Container => Five::new("Newspaper, journal, site", "新聞・雑誌・サイト", "报纸、期刊、网站", "報紙、期刊、網站", "신문·잡지·사이트"),
        Publisher => Five::new("Publisher", "発行者", "出版者", "出版者", "발행처"),
        Issued => Five::new("Published", "発行日", "发布日期", "發布日期", "발행일"),
        Accessed => Five::new("Accessed", "閲覧日", "访问日期", "存取日期", "확인한 날"),
        Address => Five::new("Address", "アドレス", "网址", "網址", "주소"),
        SourceKind => Five::new("Type", "種別", "种类", "種類", "종류"),
        Connected => Five::new("Connected", "つながり", "关联", "關聯", "연결"),
        Relation => Five::new("Relation", "関係", "关系", "關係", "관계"),
        AddRelation => Five::new("Add a connection", "つながりを追加", "添加关联", "新增關聯", "연결 추가"),
        RelationHint => Five::new("Type a title of the other event", "相手の出来事の題名を入力", "输入另一事件的标题", "輸入另一事件的標題", "다른 사건의 제목을 입력"),
        OtherEvent => Five::new("Other event", "相手の出来事", "另一事件", "另一事件", "다른 사건"),
        PickOnTimeline => Five::new("Pick on the timeline", "年表で選ぶ", "在年表上选择", "在年表上選擇", "연표에서 고르기"),
        StopPicking => Five::new("Stop picking", "選ぶのをやめる", "停止选择", "停止選擇", "고르기 그만두기"),
        Pictures => Five::new("Pictures", "画像", "图片", "影像", "그림"),
        AddPicture => Five::new("Add a picture", "画像を追加", "添加图片", "新增影像", "그림 추가"),
        DropPicture => Five::new("or drop its file on the window; it is copied beside the record", "またはファイルをウィンドウにドロップ。記録と同じ場所にコピーされます", "或将文件拖到窗口；它会被复制到记录所在的文件夹", "或將檔案拖到視窗；它會被複製到記錄所在的資料夾", "또는 파일을 창에 끌어다 놓기. 기록 옆에 복사됩니다"),
        Caption => Five::new("What it shows", "画像の説明", "图片说明", "影像說明", "그림 설명"),
        Credit => Five::new("Who made it, licence", "作者と利用条件", "作者和使用许可", "作者和使用許可", "만든 사람과 이용 조건"),
        CreditHint => Five::new("Cabinet Public Affairs Office, CC BY 4.0", "内閣広報室、CC BY 4.0", "新华社", "新華社", "대통령실, 공공누리"),
        StopCopying => Five::new("Cancel", "キャンセル", "取消", "取消", "취소"),
        ClickOnEvent => Five::new("Click on the other event on the timeline", "年表で相手の出来事をクリックしてください", "请在年表上点击另一事件", "請在年表上點選另一事件", "연표에서 다른 사건을 클릭하세요"),
    }
}

/// "Beijing time".
pub(super) fn time_in(city: &str, language: Language) -> String {
    if city == "UTC" {
        return city.to_owned();
    }
    match language {
        Language::En => format!("{city} time"),
        Language::Ja | Language::ZhHant => format!("{city}時間"),
        Language::ZhHans => format!("{city}时间"),
        Language::Ko => format!("{city} 시간"),
    }
}

/// "Missing: 中文, 한국어".
pub(super) fn missing(languages: &str, language: Language) -> String {
    match language {
        Language::En => format!("missing: {languages}"),
        Language::Ja => format!("未入力：{languages}"),
        Language::ZhHans => format!("还缺：{languages}"),
        Language::ZhHant => format!("還缺：{languages}"),
        Language::Ko => format!("빠짐: {languages}"),
    }
}

/// "Remove Japan".
pub(super) fn remove(name: &str, language: Language) -> String {
    match language {
        Language::En => format!("Remove {name}"),
        Language::Ja => format!("{name}を取り除く"),
        Language::ZhHans | Language::ZhHant => format!("移除{name}"),
        Language::Ko => format!("{name} 지우기"),
    }
}

/// "Copying lima.jpg: 50 %".
pub(super) fn copying(name: &str, fraction: f32, language: Language) -> String {
    let percent = fraction * 100.0;
    match language {
        Language::En => format!("Copying {name}: {percent:.0} %"),
        Language::Ja => format!("{name} をコピーしています：{percent:.0} %"),
        Language::ZhHans => format!("正在复制 {name}：{percent:.0} %"),
        Language::ZhHant => format!("正在複製 {name}：{percent:.0} %"),
        Language::Ko => format!("{name} 복사 중: {percent:.0} %"),
    }
}

/// "Not understood: p. 4".
pub(super) fn not_understood(words: &str, language: Language) -> String {
    match language {
        Language::En => format!("Not understood: {words}"),
        Language::Ja => format!("読み取れなかった部分：{words}"),
        Language::ZhHans => format!("未能识别：{words}"),
        Language::ZhHant => format!("未能識別：{words}"),
        Language::Ko => format!("읽지 못한 부분: {words}"),
    }
}

/// "New to this record, and added to it: Atlantis".
pub(super) fn new_actors(names: &str, language: Language) -> String {
    match language {
        Language::En => format!("New to this record, and added to it: {names}"),
        Language::Ja => format!("この記録にない主体として追加されます：{names}"),
        Language::ZhHans => format!("此记录中没有，将会添加：{names}"),
        Language::ZhHant => format!("此記錄中沒有，將會新增：{names}"),
        Language::Ko => format!("이 기록에 없어 새로 추가됩니다: {names}"),
    }
}

/// "2 quotes".
pub(super) fn quotes(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 quote".to_owned(),
        Language::En => format!("{count} quotes"),
        Language::Ja => format!("引用{count}件"),
        Language::ZhHans => format!("{count}条引文"),
        Language::ZhHant => format!("{count}則引文"),
        Language::Ko => format!("인용 {count}건"),
    }
}

/// "2 connections".
pub(super) fn connections(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 connection".to_owned(),
        Language::En => format!("{count} connections"),
        Language::Ja => format!("{count}件"),
        Language::ZhHans => format!("{count}项"),
        Language::ZhHant => format!("{count}項"),
        Language::Ko => format!("{count}건"),
    }
}

/// "2 pictures".
pub(super) fn pictures(count: usize, language: Language) -> String {
    match language {
        Language::En if count == 1 => "1 picture".to_owned(),
        Language::En => format!("{count} pictures"),
        Language::Ja => format!("{count}点"),
        Language::ZhHans => format!("{count}张"),
        Language::ZhHant => format!("{count}張"),
        Language::Ko => format!("{count}점"),
    }
}

/// What a quote bears on.
pub(super) const fn about(about: About, language: Language) -> &'static str {
    let words = match about {
        About::Date => Five::new("Date", "日付", "日期", "日期", "날짜"),
        About::Place => Five::new("Place", "場所", "地点", "地點", "장소"),
        About::Participants => Five::new("Participants", "当事者", "当事方", "當事方", "당사자"),
        About::Wording => Five::new("Wording", "文言", "措辞", "措辭", "문구"),
        About::Tone => Five::new("Tone", "トーン", "基调", "基調", "논조"),
        About::Other => Five::new("Other", "その他", "其他", "其他", "기타"),
    };
    words.get(language)
}

/// A type of documents, by CSL's word for it; the word itself for one that is not listed.
pub(super) fn source_kind(kind: &str, language: Language) -> &str {
    let words = match kind {
        "document" => Five::new("Document", "文書", "文件", "文件", "문서"),
        "treaty" => Five::new("Treaty", "条約", "条约", "條約", "조약"),
        "speech" => Five::new("Speech", "演説", "演说", "演說", "연설"),
        "report" => Five::new("Report", "報告", "报告", "報告", "보고서"),
        "article-newspaper" => Five::new(
            "Newspaper article",
            "新聞記事",
            "报纸文章",
            "報紙文章",
            "신문 기사",
        ),
        "article-journal" => Five::new(
            "Journal article",
            "雑誌論文",
            "期刊论文",
            "期刊論文",
            "학술지 논문",
        ),
        "article" => Five::new("Article", "記事", "文章", "文章", "글"),
        "webpage" => Five::new("Web page", "ウェブページ", "网页", "網頁", "웹페이지"),
        "book" => Five::new("Book", "書籍", "书籍", "書籍", "책"),
        "chapter" => Five::new("Chapter", "章", "章节", "章節", "장"),
        "interview" => Five::new("Interview", "会見", "采访", "採訪", "인터뷰"),
        _ => return kind,
    };
    words.get(language)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Status;
    use crate::record::Vocabulary as _;

    #[test]
    fn every_phrase_is_spoken_in_every_language() {
        for phrase in Phrase::ALL {
            let is_sign = matches!(
                phrase,
                Phrase::CountryHint | Phrase::LatitudeHint | Phrase::LongitudeHint
            );
            if !is_sign {
                phrase.five().assert_spoken();
            }
        }
    }

    #[test]
    fn no_two_words_of_a_menu_are_one() {
        for language in Language::ALL {
            let status = Status::ALL.iter().map(|word| status(*word, language));
            let mut status: Vec<_> = status.collect();
            status.sort_unstable();
            status.dedup();
            assert_eq!(status.len(), Status::ALL.len());
            let about = About::ALL.iter().map(|word| about(*word, language));
            let mut about: Vec<_> = about.collect();
            about.sort_unstable();
            about.dedup();
            assert_eq!(about.len(), About::ALL.len());
        }
    }
}
