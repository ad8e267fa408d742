//! Why a file did not open, in the reader's language.

use std::path::PathBuf;

use super::Message;
use crate::date::{Five, Language};
use crate::document::OpenFileError;

/// A file that did not open, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotOpened {
    /// The file.
    pub path: PathBuf,
    /// What kept it from opening.
    pub reason: WhyNot,
}

/// What keeps a file from opening before it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The system did not give it, and said this.
    Unreadable(String),
    /// Nothing is there.
    Missing,
    /// The user may not read it.
    Forbidden,
    /// The memory does not hold it.
    TooLarge,
    /// Another program is writing it.
    InTheWriting,
    /// It is a folder.
    Folder,
    /// It is a device, a pipe or the like.
    NotAFile,
}

impl From<&OpenFileError> for Message {
    fn from(error: &OpenFileError) -> Self {
        let (path, reason) = match error {
            OpenFileError::Io { path, source } => (path, WhyNot::Unreadable(source.to_string())),
            OpenFileError::Missing { path } => (path, WhyNot::Missing),
            OpenFileError::Forbidden { path } => (path, WhyNot::Forbidden),
            OpenFileError::TooLarge { path } => (path, WhyNot::TooLarge),
            OpenFileError::InTheWriting { path } => (path, WhyNot::InTheWriting),
            OpenFileError::Folder { path } => (path, WhyNot::Folder),
            OpenFileError::NotAFile { path } => (path, WhyNot::NotAFile),
            OpenFileError::Format { .. } | OpenFileError::Cancelled => {
                return Self::AsTold(error.to_string());
            }
        };
        Self::NotOpened(NotOpened {
            path: path.clone(),
            reason,
        })
    }
}

/// Each follows the file's path.
const MISSING: Five = Five::new(
    "is not there; it may have been moved, renamed or deleted",
    "は見つかりません。移動、改名または削除された可能性があります",
    "不存在；请确认位置和名称",
    "不存在；請確認位置和名稱",
    "파일이 없습니다. 옮겨졌거나 이름이 바뀌었거나 삭제되었을 수 있습니다",
);
const FORBIDDEN: Five = Five::new(
    "may not be read by you; ask its owner, or change its permissions",
    "を読む権限がありません。所有者に尋ねるか、権限を変更してください",
    "您无权读取；请更改其权限",
    "您無權讀取；請變更其權限",
    "읽을 권한이 없습니다. 소유자에게 묻거나 권한을 바꾸세요",
);
const TOO_LARGE: Five = Five::new(
    "is too large for the memory of this machine",
    "はこのコンピューターのメモリーには大きすぎます",
    "太大，本机无法打开",
    "太大，本機無法開啟",
    "파일이 이 컴퓨터의 메모리보다 너무 큽니다",
);
const IN_THE_WRITING: Five = Five::new(
    "is being written by another program; open it when that is done",
    "は別のプログラムが書き込み中です。終わってから開いてください",
    "正由其他程序写入；请在写完后打开",
    "正由其他程式寫入；請在寫完後開啟",
    "파일을 다른 프로그램이 쓰고 있습니다. 끝난 뒤에 여세요",
);

impl NotOpened {
    /// The sentence.
    pub(super) fn words(&self, language: Language) -> String {
        let path = self.path.display();
        match (&self.reason, language) {
            (WhyNot::Missing, _) => format!("{path} {}", MISSING.get(language)),
            (WhyNot::Forbidden, _) => format!("{path} {}", FORBIDDEN.get(language)),
            (WhyNot::TooLarge, _) => format!("{path} {}", TOO_LARGE.get(language)),
            (WhyNot::InTheWriting, _) => format!("{path} {}", IN_THE_WRITING.get(language)),
            (WhyNot::Unreadable(told), Language::En) => format!(
                "{path} could not be read: {told}. Check that it exists and that you may read it"
            ),
            (WhyNot::Unreadable(told), Language::Ja) => format!(
                "{path} を読めませんでした：{told}。ファイルがあるか、読む権限があるかを確かめてください"
            ),
            (WhyNot::Unreadable(told), Language::ZhHans) => {
                format!("无法读取 {path}：{told}。请确认文件存在，并且您有权读取")
            }
            (WhyNot::Unreadable(told), Language::ZhHant) => {
                format!("無法讀取 {path}：{told}。請確認檔案存在，並且您有權讀取")
            }
            (WhyNot::Unreadable(told), Language::Ko) => format!(
                "{path} 파일을 읽을 수 없습니다: {told}. 파일이 있는지, 읽을 권한이 있는지 확인하세요"
            ),
            (WhyNot::Folder, Language::En) => format!("{path} is a folder; choose a file"),
            (WhyNot::Folder, Language::Ja) => {
                format!("{path} はフォルダーです。ファイルを選んでください")
            }
            (WhyNot::Folder, Language::ZhHans) => format!("{path} 是文件夹；请选择文件"),
            (WhyNot::Folder, Language::ZhHant) => format!("{path} 是資料夾；請選擇檔案"),
            (WhyNot::Folder, Language::Ko) => format!("{path} 항목은 폴더입니다. 파일을 고르세요"),
            (WhyNot::NotAFile, Language::En) => format!(
                "{path} is no plain file, but a pipe or a device; save what comes from it to a file and \
             open that"
            ),
            (WhyNot::NotAFile, Language::Ja) => format!(
                "{path} は普通のファイルではなく、パイプか装置です。内容をファイルに保存して開いてください"
            ),
            (WhyNot::NotAFile, Language::ZhHans) => {
                format!("{path} 不是普通文件，而是管道或设备；请先把内容存为文件再打开")
            }
            (WhyNot::NotAFile, Language::ZhHant) => {
                format!("{path} 不是一般檔案，而是管道或裝置；請先把內容存成檔案再開啟")
            }
            (WhyNot::NotAFile, Language::Ko) => format!(
                "{path} 항목은 보통 파일이 아니라 파이프나 장치입니다. 내용을 파일로 저장해서 여세요"
            ),
        }
    }
}
