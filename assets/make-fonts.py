#!/usr/bin/env python3
"""Makes the fonts in assets/fonts from their published sources; assets/README.md gives the commands.

    python assets/make-fonts.py SOURCES [TEXT...]

SOURCES holds `inter-ui/` and `source-serif-4/` (unpacked npm packages); the CJK collections are
read from where Debian's fonts-noto-cjk puts them. The bundled record, the words in the program's
source and any further TEXT files say which characters must be there beyond the common ones.

The same glyphs come from the same input; tables may be packed otherwise on another machine.
"""

import io
import json
import os
import sys
import unicodedata
from pathlib import Path

import cffsubr
from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
from fontTools.varLib import instancer

ASSETS = Path(__file__).resolve().parent
OUT = ASSETS / "fonts"
NOTO_CJK = Path("/usr/share/fonts/opentype/noto")
CJK_BUDGET_BYTES = 6_000_000

# Faces of the Noto CJK collections, in the order that src/theme/font.rs counts them.
LANGUAGES = {"ja": 0, "zh-Hans": 2, "zh-Hant": 3, "ko": 1}

# The rooms whose words are shown. Others spell out characters too, such as tables for searching.
ROOMS_WITH_WORDS = ("theme", "date", "format", "document", "scene", "export", "app", "ui")

# 常用漢字表, Cabinet notice 2 of 30 November 2010; its 𠮟 is beyond the plane that the maps cover.
JOYO = set((ASSETS / "joyo.txt").read_text(encoding="utf-8")) - {"\n"}
# Eras, the sexagenary cycle, lunar months and days, numerals as dates and documents write them.
DATES = (
    "明治大正昭和平成令和元年閏闰月日時时分秒民國国曆历暦農农旧舊初十廿卅正冬腊臘朔望節节"
    "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥〇一二三四五六七八九十百千萬万億亿零"
    "壹貳叁肆伍陸柒捌玖拾檀紀檀纪単單年表년표年號年号"
)
CIRCLED = "".join(map(chr, range(0x2460, 0x2474)))  # ① to ⑳


def decoded(codec, first_bytes, second_bytes=range(0xA1, 0xFF)):
    """The characters that a two-byte code gives to these bytes."""
    found = set()
    for first in first_bytes:
        for second in second_bytes:
            try:
                found.add(bytes([first, second]).decode(codec))
            except UnicodeDecodeError:
                pass
    return {c for c in found if len(c) == 1 and not is_private(c)}


def is_private(c):
    return unicodedata.category(c) in ("Co", "Cn", "Cc")


def in_ranges(*ranges):
    return {chr(c) for low, high in ranges for c in range(low, high + 1) if not is_private(chr(c))}


def is_han(c):
    return 0x3400 <= ord(c) <= 0x9FFF or 0xF900 <= ord(c) <= 0xFAFF


def is_hangul(c):
    return 0xAC00 <= ord(c) <= 0xD7A3


def is_ambiguous_symbol(c):
    """Signs that Chinese and Japanese set full-width and English does not: “ ” … — × (UAX #11)."""
    return unicodedata.east_asian_width(c) == "A" and unicodedata.category(c)[0] in "PSN"


def is_wide(c):
    return unicodedata.east_asian_width(c) in "WF" and not is_han(c) and not is_hangul(c)


BIG5_SECOND = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
CJK_SIGNS = (
    in_ranges((0x3000, 0x303F), (0xFF01, 0xFFEE), (0x3220, 0x3243), (0x3280, 0x32B0), (0x32FF, 0x32FF))
    | {c for codec, rows in (("euc_jp", (0xA1, 0xA2)), ("gb2312", (0xA1, 0xA2)), ("euc_kr", (0xA1,)))
       for c in decoded(codec, rows)}
    | decoded("big5", (0xA1, 0xA2), BIG5_SECOND)
    | set(CIRCLED)
)
KANA = in_ranges((0x3041, 0x3096), (0x3099, 0x30FF), (0x31F0, 0x31FF))
BOPOMOFO = in_ranges((0x3105, 0x312F))
JAMO = in_ranges((0x3131, 0x318E))
JIS_LEVEL_1 = decoded("euc_jp", range(0xB0, 0xD0))
GB_LEVEL_1 = decoded("gb2312", range(0xB0, 0xD8))
BIG5_LEVEL_1 = decoded("big5", range(0xA4, 0xC7), BIG5_SECOND) - decoded("big5", (0xC6,), range(0x7F, 0xFF))
KS_HANGUL = decoded("euc_kr", range(0xB0, 0xC9))


def read_texts(paths):
    """What is written in each language; what is in no language's place counts for all."""
    texts = {language: set() for language in LANGUAGES}

    def walk(value, tag):
        if isinstance(value, str):
            for language in [tag] if tag in texts else texts:
                texts[language] |= set(value)
        elif isinstance(value, list):
            for item in value:
                walk(item, tag)
        elif isinstance(value, dict):
            own = value.get("lang")
            for key, item in value.items():
                in_own = isinstance(own, str) and key == "text"
                walk(item, own if in_own else key)

    root = ASSETS.parent
    shown = [p for room in ROOMS_WITH_WORDS for p in sorted(root.glob(f"src/{room}/**/*.rs"))]
    for path in [*sorted(root.glob("data/*.json")), *shown, *map(Path, paths)]:
        text = path.read_text(encoding="utf-8")
        walk(json.loads(text) if path.suffix == ".json" else text, "")
    return texts


def reread(font):
    """The font as it will be stored: what one tool leaves half done, the next may stumble over."""
    stored = io.BytesIO()
    font.save(stored)
    return TTFont(io.BytesIO(stored.getvalue()))


def subset_to(font, unicodes=(), glyphs=(), features=()):
    options = subset.Options()
    options.hinting = False
    options.desubroutinize = False
    options.notdef_outline = True
    options.layout_features = list(features)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 7, 13, 14]
    options.drop_tables += ["vmtx", "vhea", "VORG", "BASE", "STAT", "DSIG"]
    job = subset.Subsetter(options)
    job.populate(unicodes=unicodes, glyphs=glyphs)
    job.subset(font)
    return font


def rename(font, family):
    """Names the derived font; `Source` is a reserved name, so a subset may not carry it."""
    names = font["name"]
    for name_id, text in ((1, family), (3, f"nenpyo;{family}"), (4, family), (6, family.replace(" ", ""))):
        names.setName(text, name_id, 3, 1, 0x409)
    names.names = [n for n in names.names if n.platformID == 3 and n.langID == 0x409]


def set_line_box(font, ascent_em, descent_em):
    """One line box for all faces of a style: egui centres the boxes of a row, not the baselines."""
    em = font["head"].unitsPerEm
    font["hhea"].ascent = font["OS/2"].sTypoAscender = round(ascent_em * em)
    font["hhea"].descent = font["OS/2"].sTypoDescender = -round(descent_em * em)
    font["hhea"].lineGap = font["OS/2"].sTypoLineGap = 0
    font["OS/2"].usWinAscent, font["OS/2"].usWinDescent = round(ascent_em * em), round(descent_em * em)


def line_box(font):
    em = font["head"].unitsPerEm
    return font["hhea"].ascent / em, -font["hhea"].descent / em


def save_collection(faces, name):
    """Stores faces that differ in names and character maps only; the rest is stored once."""
    collection = TTCollection()
    collection.fonts = faces
    collection.save(OUT / name, shareTables=True)
    size = (OUT / name).stat().st_size
    print(f"{size:>9,}  {name}  {faces[0]['maxp'].numGlyphs:,} outlines")
    return size


def with_characters(font, family, cmap):
    """A face of the same outlines that answers for these characters only."""
    face = reread(font)
    table = CmapSubtable.newSubtable(4)
    table.platformID, table.platEncID, table.language = 3, 1, 0
    table.cmap = {u: g for u, g in cmap.items() if u < 0xFFFF}
    face["cmap"].tables = [table]
    rename(face, family)
    return face


def make_latin(path, name, family, limits):
    """A Latin face, its weight axis kept: face 0 has all it can, face 1 only what is not ambiguous.

    Face 1 stands before a Chinese or Japanese face, so that ambiguous signs come from that one.
    """
    source = TTFont(path)
    source.flavor = None
    instancer.instantiateVariableFont(source, limits, inplace=True)
    features = ["kern", "mark", "mkmk", "ccmp"]
    font = reread(subset_to(reread(source), unicodes=source.getBestCmap(), features=features))
    cmap = font.getBestCmap()
    letters = {u: g for u, g in cmap.items() if not is_ambiguous_symbol(chr(u))}
    faces = [with_characters(font, family, cmap), with_characters(font, f"{family} Letters", letters)]
    save_collection(faces, name)
    return line_box(font)


def make_cjk(source, name, wanted, box):
    """One collection of four faces, a language each, that share their outlines.

    A face holds its language's characters, and whatever else the shared outlines give for free.
    """
    faces = TTCollection(source).fonts
    cmaps = {language: faces[i].getBestCmap() for language, i in LANGUAGES.items()}
    outlines = {cmaps[l][ord(c)] for l, chars in wanted.items() for c in chars if ord(c) in cmaps[l]}
    all_chars = {ord(c) for chars in wanted.values() for c in chars}
    font = cffsubr.subroutinize(reread(subset_to(faces[0], glyphs=outlines)))
    set_line_box(font, *box)
    return save_collection(
        [
            with_characters(
                font,
                faces[index]["name"].getDebugName(1),
                {u: g for u, g in cmaps[language].items() if u in all_chars and g in outlines},
            )
            for language, index in LANGUAGES.items()
        ],
        name,
    )


def main():
    sources, texts = Path(sys.argv[1]), read_texts(sys.argv[2:])
    OUT.mkdir(exist_ok=True)
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1735689600")  # The same input gives the same bytes.
    weights = {"wght": (400, 400, 700)}
    inter = sources / "inter-ui/package/variable/InterVariable.woff2"
    sans_box = make_latin(inter, "Inter.ttc", "Inter", {"opsz": 14, **weights})
    for part, name in (("latin", ""), ("latin-ext", " Extended"), ("cyrillic", " Cyrillic")):
        serif = sources / f"source-serif-4/package/files/source-serif-4-{part}-wght-normal.woff2"
        family = f"Nenpyo Serif{name}"
        serif_box = make_latin(serif, f"{family.replace(' ', '')}.ttc", family, weights)

    han = {language: {c for c in said | set(DATES) if is_han(c)} for language, said in texts.items()}
    all_han = set().union(*han.values())
    written = set().union(*texts.values())
    hangul = KS_HANGUL | {c for c in written if is_hangul(c)}
    signs = CJK_SIGNS | {c for c in written if is_wide(c)}
    common = {
        "ja": all_han | JIS_LEVEL_1 | JOYO | KANA | signs,
        "zh-Hans": all_han | GB_LEVEL_1 | BOPOMOFO | signs,
        "zh-Hant": all_han | BIG5_LEVEL_1 | BOPOMOFO | signs,
        "ko": all_han | hangul | JAMO | signs,
    }
    # Emphasis and quotes: what the record and the program say, and what is common enough to fit.
    said = {
        "ja": han["ja"] | JOYO | KANA | signs,
        "zh-Hans": han["zh-Hans"] | signs,
        "zh-Hant": han["zh-Hant"] | signs,
        "ko": han["ko"] | hangul | signs,
    }
    total = sum(
        make_cjk(NOTO_CJK / name, name, chars, box)
        for name, chars, box in (
            ("NotoSansCJK-Regular.ttc", common, sans_box),
            ("NotoSansCJK-Bold.ttc", said, sans_box),
            ("NotoSerifCJK-Regular.ttc", said, serif_box),
        )
    )
    print(f"{total:>9,}  all CJK, of {CJK_BUDGET_BYTES:,}")
    if total > CJK_BUDGET_BYTES:
        sys.exit("The CJK fonts are over their budget")


main()
