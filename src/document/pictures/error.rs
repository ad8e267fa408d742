//! Why a picture is not shown or was not brought, and what would be right.

use std::io;

use thiserror::Error;

use super::super::save::SaveError;
use crate::date::{Five, Language};
use crate::format::picture::{MOST_BYTES, MOST_POINTS, PictureError};

/// Why a picture's file is not read.
#[derive(Debug, Error)]
pub enum ReadError {
    /// Its path, or a link, leads out of the record's folder.
    #[error("it is outside the record's folder; put it beside the record")]
    Outside,
    /// Nothing is there.
    #[error("the file is not there; put it back, or choose another")]
    Missing,
    /// It is a folder, a pipe or a device.
    #[error("it is no plain file; choose a picture's file")]
    NotAFile,
    /// The user may not read it.
    #[error("you may not read the file; change its permissions")]
    Forbidden,
    /// It is no picture that is shown.
    #[error(transparent)]
    Picture(#[from] PictureError),
    /// The system did not give it.
    #[error("the file could not be read: {0}")]
    Io(io::Error),
}

/// Why a picture was not brought beside the record.
#[derive(Debug, Error)]
pub enum BringError {
    /// It is not read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// It could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// The user stopped it.
    #[error("copying was cancelled")]
    Cancelled,
}

impl From<io::Error> for ReadError {
    fn from(source: io::Error) -> Self {
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing,
            io::ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Io(source),
        }
    }
}

impl ReadError {
    /// The sentence for a reader of `language`; what the system said is as it said it.
    pub fn words(&self, language: Language) -> String {
        let words = match self {
            Self::Outside => Five::new(
                "It is outside the record’s folder; put it beside the record",
                "記録のフォルダーの外にあります。記録と同じ場所に置いてください",
                "它不在记录的文件夹内；请放到同一文件夹",
                "它不在記錄的資料夾內；請放到同一資料夾",
                "기록의 폴더 밖에 있습니다. 기록 옆에 두세요",
            ),
            Self::Missing => Five::new(
                "The file is not there; put it back, or choose another",
                "ファイルがありません。元に戻すか、別のものを選んでください",
                "文件不在原处；请放回，或另选一个",
                "檔案不在原處；請放回，或另選一個",
                "파일이 없습니다. 되돌려 놓거나 다른 것을 고르세요",
            ),
            Self::NotAFile => Five::new(
                "It is no plain file; choose the file of a picture",
                "通常のファイルではありません。画像のファイルを選んでください",
                "它不是普通文件；请选择图片文件",
                "它不是一般檔案；請選擇影像檔案",
                "일반 파일이 아닙니다. 그림 파일을 고르세요",
            ),
            Self::Forbidden => Five::new(
                "You may not read the file; change its permissions",
                "ファイルを読む権限がありません。権限を変更してください",
                "您无权读取该文件；请更改其权限",
                "您無權讀取該檔案；請變更其權限",
                "파일을 읽을 권한이 없습니다. 권한을 바꾸세요",
            ),
            Self::Picture(error) => return picture_words(error, language),
            Self::Io(_) => Five::new(
                "The file could not be read: ",
                "ファイルを読めませんでした：",
                "无法读取文件：",
                "無法讀取檔案：",
                "파일을 읽지 못했습니다: ",
            ),
        };
        let words = words.get(language);
        match self {
            Self::Io(source) => format!("{words}{source}"),
            _ => words.to_owned(),
        }
    }
}

impl BringError {
    /// The sentence for a reader of `language`; what a save says is as it stands there.
    pub fn words(&self, language: Language) -> String {
        match self {
            Self::Read(error) => error.words(language),
            Self::Save(error) => error.to_string(),
            Self::Cancelled => {
                let words = Five::new(
                    "Copying was cancelled",
                    "コピーを取り消しました",
                    "已取消复制",
                    "已取消複製",
                    "복사를 취소했습니다",
                );
                words.get(language).to_owned()
            }
        }
    }
}

/// What is wrong with a picture, with the figures.
fn picture_words(error: &PictureError, language: Language) -> String {
    const MOST_MB: u64 = MOST_BYTES / 1_000_000;
    const MOST_MP: u64 = MOST_POINTS / 1_000_000;
    match *error {
        PictureError::OtherType => Five::new(
            "Only PNG, JPEG, WebP and GIF pictures are shown; save it as one of these",
            "表示できる画像は PNG、JPEG、WebP、GIF だけです。そのどれかで保存してください",
            "只显示 PNG、JPEG、WebP 和 GIF 图片；请另存为其中一种",
            "只顯示 PNG、JPEG、WebP 和 GIF 影像；請另存為其中一種",
            "PNG, JPEG, WebP, GIF 그림만 보입니다. 그중 하나로 저장하세요",
        )
        .get(language)
        .to_owned(),
        PictureError::TooLarge { bytes } => {
            // Rounded up: what is too large does not look as if it were not.
            let mb = bytes.div_ceil(1_000_000);
            match language {
                Language::En => format!(
                    "The file has {mb} MB, and a picture may have {MOST_MB}; save a smaller one"
                ),
                Language::Ja => format!(
                    "ファイルは {mb} MB あります。画像は {MOST_MB} MB までです。小さくして保存してください"
                ),
                Language::ZhHans => {
                    format!("文件有 {mb} MB，图片最大 {MOST_MB} MB；请保存较小的一份")
                }
                Language::ZhHant => {
                    format!("檔案有 {mb} MB，影像最大 {MOST_MB} MB；請保存較小的一份")
                }
                Language::Ko => {
                    format!("파일이 {mb} MB입니다. 그림은 {MOST_MB} MB까지이니 작게 저장하세요")
                }
            }
        }
        PictureError::TooManyPoints { width, height } => match language {
            Language::En => format!(
                "It has {width} × {height} points, and a picture may have {MOST_MP} million; save a smaller one"
            ),
            Language::Ja => format!(
                "画像は {width} × {height} 点あります。{MOST_MP}00万点までです。小さくして保存してください"
            ),
            Language::ZhHans => {
                format!("图片有 {width} × {height} 点，最多 {MOST_MP}00万点；请保存较小的一份")
            }
            Language::ZhHant => {
                format!("影像有 {width} × {height} 點，最多 {MOST_MP}00萬點；請保存較小的一份")
            }
            Language::Ko => format!(
                "그림이 {width} × {height} 점입니다. {MOST_MP}00만 점까지이니 작게 저장하세요"
            ),
        },
        PictureError::Damaged => Five::new(
            "The file is damaged; take it from its source again",
            "ファイルが壊れています。出典から取り直してください",
            "文件已损坏；请从来源重新取得",
            "檔案已損毀；請從來源重新取得",
            "파일이 손상되었습니다. 출처에서 다시 받으세요",
        )
        .get(language)
        .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_is_told_in_every_language() {
        let all = || {
            let pictures = [
                PictureError::OtherType,
                PictureError::TooLarge { bytes: 20_000_001 },
                PictureError::TooManyPoints {
                    width: 9000,
                    height: 8000,
                },
                PictureError::Damaged,
            ];
            let plain = [
                ReadError::Outside,
                ReadError::Missing,
                ReadError::NotAFile,
                ReadError::Forbidden,
                ReadError::Io(io::Error::other("input/output error")),
            ];
            plain
                .into_iter()
                .chain(pictures.map(ReadError::Picture))
                .map(BringError::Read)
                .chain([BringError::Cancelled])
        };
        let mut said: Vec<String> = Language::ALL
            .into_iter()
            .flat_map(|language| all().map(move |error| error.words(language)))
            .collect();
        let count = said.len();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), count, "no language borrows another's words");
        let large = ReadError::Picture(PictureError::TooLarge { bytes: 20_000_001 });
        assert!(large.words(Language::En).contains("21 MB"), "{large}");
        let points = PictureError::TooManyPoints {
            width: 9000,
            height: 8000,
        };
        let words = ReadError::Picture(points).words(Language::Ja);
        assert!(
            words.contains("9000 × 8000 点") && words.contains("4000万点"),
            "{words}"
        );
    }
}
