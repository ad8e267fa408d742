//! Dates with words around them: about, before, from and to, one of several.

use super::{all_read_as, says};

#[test]
fn about_and_perhaps() {
    all_read_as(
        "1972~",
        &[
            "circa 1972",
            "c. 1972",
            "c1972",
            "ca. 1972",
            "about 1972",
            "~ 1972",
            "1972 approx.",
            "約1972年",
            "1972年頃",
            "1972年ごろ",
            "1972年前後",
            "약 1972년",
            "1972년경",
            "1972년쯤",
            "约1972年",
            "大约1972年",
            "1972年左右",
        ],
    );
    all_read_as("1972-09~", &["about September 1972", "1972年9月頃"]);
    all_read_as(
        "1972?",
        &[
            "1972?",
            "1972？",
            "perhaps 1972",
            "1972 (uncertain)",
            "1972年?",
        ],
    );
    all_read_as(
        "1972%",
        &["c. 1972?", "about 1972 (uncertain)", "1972年頃？"],
    );
}

#[test]
fn open_and_unknown_ends() {
    all_read_as(
        "/1980",
        &[
            "before 1980",
            "earlier than 1980",
            "prior to 1980",
            "1980年以前",
            "1980年より前",
            "1980年之前",
            "1980年前",
            "1980년 이전",
            "1980년 전",
        ],
    );
    all_read_as(
        "1980/",
        &[
            "after 1980",
            "later than 1980",
            "1980年以後",
            "1980年以降",
            "1980年以后",
            "1980년 이후",
        ],
    );
    all_read_as("1980~/", &["after about 1980", "1980年頃以後"]);
    all_read_as(
        "../1980",
        &[
            "until 1980",
            "up to 1980",
            "1980年まで",
            "至1980年",
            "1980년까지",
        ],
    );
    all_read_as(
        "1980/..",
        &[
            "since 1980",
            "from 1980",
            "from 1980 on",
            "1980 to present",
            "1980年から",
            "1980年〜",
            "自1980年起",
            "1980년부터",
        ],
    );
    all_read_as(
        "[..1980]",
        &["1980 or earlier", "1980年またはそれ以前", "1980年或更早"],
    );
    all_read_as("[1980..]", &["1980 or later", "1980년 또는 그 이후"]);
}

#[test]
fn intervals_share_what_they_have_in_common() {
    all_read_as(
        "1972/1978",
        &[
            "1972 to 1978",
            "from 1972 to 1978",
            "1972–1978",
            "1972 - 1978",
            "1972-78",
            "1972–78",
            "1972〜1978年",
            "1972～78年",
            "1972年から1978年",
            "1972年から1978年まで",
            "1972年至1978年",
            "从1972年到1978年",
            "1972년부터 1978년까지",
            "1972년~1978년",
            "昭和47年〜53年",
            "民國61年至67年",
        ],
    );
    all_read_as(
        "1972-09-25/1972-09-30",
        &[
            "25-30 September 1972",
            "25–30 Sept. 1972",
            "September 25–30, 1972",
            "from 25 to 30 September 1972",
            "1972年9月25日〜30日",
            "1972年9月25日から30日まで",
            "1972年9月25日(月)〜30日(土)",
            "1972.9.25〜9.30",
            "1972년 9월 25일~30일",
            "1972-09-25 to 1972-09-30",
            "25/9/1972 - 30/9/1972",
            "昭和47年9月25日〜30日",
        ],
    );
    all_read_as(
        "1972-09-25/1972-10-03",
        &[
            "25 September – 3 October 1972",
            "September 25 to October 3, 1972",
            "1972年9月25日〜10月3日",
        ],
    );
    all_read_as(
        "1972-09/1972-11",
        &["Sep–Nov 1972", "1972年9月〜11月", "1972년 9월~11월"],
    );
    all_read_as("1856/1865~", &["1856-ca. 1865"]);
    all_read_as("-0043/-0030", &["44–31 BC", "紀元前44年〜紀元前31年"]);
    all_read_as("16XX/18XX", &["17th-19th centuries"]);
    says(
        "1978 to 1972",
        "that would be 1978/1972: the end 1972 comes before the start 1978: write the earlier date \
         first",
    );
    // A vague end is about its first or last year.
    all_read_as("1972/1979~", &["1972 to late 1970s", "1972年〜1970年代末"]);
    all_read_as("1970~/1978", &["early 1970s to 1978"]);
    all_read_as("1871-08-16/1871-11-12", &["明治4年7月〜9月"]);
}

#[test]
fn one_of_several_and_all_of_several() {
    all_read_as(
        "[1972..1978]",
        &[
            "between 1972 and 1978",
            "1972年〜1978年のいずれか",
            "1972年至1978年之间",
        ],
    );
    all_read_as(
        "[1972,1973]",
        &[
            "1972 or 1973",
            "1972年または1973年",
            "1972年或1973年",
            "1972년 또는 1973년",
        ],
    );
    all_read_as(
        "[1972-09-25,1972-09-26]",
        &["25 or 26 September 1972", "1972年9月25日または26日"],
    );
    all_read_as(
        "[1667,1668,1670..1672]",
        &[
            "one of 1667, 1668, 1670–1672",
            "1667年、1668年、1670年〜1672年のいずれか",
        ],
    );
    all_read_as(
        "{1960,1961-12}",
        &["1960 and December 1961", "1960年と1961年12月"],
    );
    all_read_as("{1960..1963}", &["all of 1960–1963"]);
}

#[test]
fn stretches_of_time() {
    all_read_as(
        "197X",
        &["1970s", "the 1970s", "1970's", "1970年代", "1970년대"],
    );
    all_read_as("197X~", &["c. 1970s", "1970年代頃"]);
    all_read_as("197X-09", &["September in the 1970s", "1970年代の9月"]);
    all_read_as(
        "18XX",
        &[
            "19th century",
            "the nineteenth century",
            "19c",
            "19世紀",
            "十九世纪",
            "19세기",
        ],
    );
    all_read_as("-01XX", &["2nd century BC", "紀元前2世紀"]);
    all_read_as("1XXX", &["the 2nd millennium", "2千年紀"]);
    all_read_as(
        "1972-21",
        &[
            "spring 1972",
            "Spring, 1972",
            "1972年春",
            "1972年の春",
            "1972년 봄",
        ],
    );
    all_read_as("1972-23", &["fall 1972", "autumn of 1972", "1972年秋季"]);
    all_read_as(
        "1972-35",
        &[
            "Q3 1972",
            "third quarter of 1972",
            "1972年第3四半期",
            "1972年第三四半期",
            "1972年第三季度",
            "1972년 3분기",
        ],
    );
    all_read_as(
        "1972-40",
        &[
            "first half of 1972",
            "1972年上半期",
            "1972年上半年",
            "1972년 상반기",
        ],
    );
    all_read_as("1972-XX", &["a month in 1972"]);
    all_read_as(
        "1972-09-XX",
        &["a day in September 1972", "some day in September 1972"],
    );
}

#[test]
fn early_and_late_are_sets() {
    all_read_as(
        "[1970..1973]",
        &[
            "early 1970s",
            "the early 1970s",
            "1970年代初",
            "1970년대 초",
        ],
    );
    all_read_as(
        "[1973..1977]",
        &["mid-1970s", "mid 1970s", "1970年代半ば", "1970년대 중반"],
    );
    all_read_as("[1976..1979]", &["late 1970s", "1970年代末", "1970년대 말"]);
    all_read_as("[1970~..1973~]", &["about the early 1970s"]);
    all_read_as("[1970..1974]", &["1970年代前半", "first half of the 1970s"]);
    all_read_as("[1860..1899]", &["late 19th century", "19世紀末"]);
    all_read_as("[1972-09..1972-12]", &["late 1972", "1972年末"]);
    all_read_as(
        "[1972-09-21..1972-09-30]",
        &["late September 1972", "1972年9月下旬", "1972년 9월 하순"],
    );
}

#[test]
fn what_is_not_known_is_left_open() {
    all_read_as(
        "1972-09-XX",
        &[
            "September 1972, day not known",
            "1972年9月（日不明）",
            "1972年9月（日期不详）",
            "1972년 9월(일 미상)",
        ],
    );
    all_read_as("1972-XX", &["1972, month not known", "1972年（月不明）"]);
    all_read_as(
        "1972-XX-XX",
        &["1972, month and day not known", "1972년(월·일 미상)"],
    );
    all_read_as(
        "XXXX-01-12",
        &["12 January, year not known", "1月12日（年份不詳）"],
    );
    all_read_as("XXXX-02-29", &["29 February, year not known"]);
}
