//! What is said of pictures that are added to events.

use crate::date::{Five, Language};

pub(super) const NEEDS_A_FILE: Five = Five::new(
    "A picture stands beside the record’s file, and there is none yet; save the record first",
    "画像は記録のファイルと同じ場所に置かれます。先に記録を保存してください",
    "图片放在记录所在的文件夹；请先保存记录",
    "影像放在記錄所在的資料夾；請先保存記錄",
    "그림은 기록 파일 옆에 놓입니다. 먼저 기록을 저장하세요",
);

/// Why something is not so, in every language: what knew it cannot be held or compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why(Vec<(Language, String)>);

impl Why {
    /// What `words` says.
    pub fn of(words: impl Fn(Language) -> String) -> Self {
        let all = Language::ALL.into_iter();
        Self(all.map(|language| (language, words(language))).collect())
    }

    fn get(&self, language: Language) -> &str {
        let mut all = self.0.iter();
        let words = all.find(|(of, _)| *of == language);
        words.map_or("", |(_, words)| words)
    }
}

/// "lima.svg was not added: only PNG, JPEG…".
pub(super) fn not_brought(name: &str, why: &Why, language: Language) -> String {
    let why = why.get(language);
    match language {
        Language::En => format!("{name} was not added. {why}"),
        Language::Ja => format!("{name} は追加されませんでした。{why}"),
        Language::ZhHans => format!("未添加 {name}。{why}"),
        Language::ZhHant => format!("未新增 {name}。{why}"),
        Language::Ko => format!("{name} 파일을 추가하지 못했습니다. {why}"),
    }
}

/// "These pictures were not copied along: images/a.png, images/b.png".
pub(super) fn left(paths: &[String], language: Language) -> String {
    const WORDS: Five = Five::new(
        "These pictures were not copied along, for a file of that name is there or they cannot be read: ",
        "次の画像はコピーされませんでした（同じ名前のファイルがあるか、読めません）：",
        "以下图片未能一同复制（已有同名文件或无法读取）：",
        "以下影像未能一同複製（已有同名檔案或無法讀取）：",
        "다음 그림은 함께 복사되지 않았습니다 (같은 이름의 파일이 있거나 읽을 수 없음): ",
    );
    let more = if paths.len() > 3 { "…" } else { "" };
    let first = paths.get(..3).unwrap_or(paths).join(", ");
    format!("{}{first}{more}", WORDS.get(language))
}

/// "images/lima.jpg is among the pictures of this event already".
pub(super) fn is_there(path: &str, language: Language) -> String {
    match language {
        Language::En => format!("{path} is among the pictures of this event already"),
        Language::Ja => format!("{path} はすでにこの出来事の画像にあります"),
        Language::ZhHans => format!("此事件的图片中已有 {path}"),
        Language::ZhHant => format!("此事件的影像中已有 {path}"),
        Language::Ko => format!("{path} 그림은 이미 이 사건에 있습니다"),
    }
}

/// "lima.jpg was not added, by a fault of the program".
pub(super) fn broke(name: &str, language: Language) -> String {
    match language {
        Language::En => format!("{name} was not added, by a fault of the program"),
        Language::Ja => format!("プログラムの不具合で {name} を追加できませんでした"),
        Language::ZhHans => format!("因程序故障而未能添加 {name}"),
        Language::ZhHant => format!("因程式故障而未能新增 {name}"),
        Language::Ko => format!("프로그램의 결함으로 {name} 파일을 추가하지 못했습니다"),
    }
}
