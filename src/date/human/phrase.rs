//! What surrounds dates: before and after, from and to, one of several.

use super::lexicon::Word;
use super::parts::Fail;
use super::reading::Marked;
use super::token::{Sign, Token};
use super::{range, reader, reading};

/// Reads one kind of phrase as EDTF.
type Reader = fn(&[Token]) -> Result<String, Fail>;

/// The EDTF text of a whole phrase.
pub(super) fn edtf(tokens: &[Token]) -> Result<String, Fail> {
    let tokens = without_filler(tokens);
    let readers: [Reader; 5] = [one_date, open_ended, choice, list, interval];
    let mut worst = Fail::NotThis;
    for read in readers {
        match read(tokens) {
            Ok(text) => return Ok(text),
            // The first reading that understood something says best what is wrong.
            Err(fail) if worst == Fail::NotThis => worst = fail,
            Err(_) => {}
        }
    }
    Err(worst)
}

fn is_filler(token: &Token) -> bool {
    matches!(
        token,
        Token::Word(Word::Noise | Word::In) | Token::Sign(Sign::Comma | Sign::Parenthesis)
    )
}

fn without_filler(mut tokens: &[Token]) -> &[Token] {
    while let [first, rest @ ..] = tokens
        && is_filler(first)
    {
        tokens = rest;
    }
    while let [rest @ .., last] = tokens
        && is_filler(last)
    {
        tokens = rest;
    }
    tokens
}

fn date(tokens: &[Token]) -> Result<Marked, Fail> {
    reading::marked(&reader::parts(without_filler(tokens))?)
}

fn one_date(tokens: &[Token]) -> Result<String, Fail> {
    Ok(date(tokens)?.edtf())
}

/// A bound, and which side of it is meant.
#[derive(Clone, Copy)]
enum Bound {
    Before,
    After,
    From,
    Until,
}

const fn bound(token: Token) -> Option<Bound> {
    match token {
        Token::Word(Word::Before) => Some(Bound::Before),
        Token::Word(Word::After) => Some(Bound::After),
        Token::Word(Word::From) => Some(Bound::From),
        Token::Word(Word::To) => Some(Bound::Until),
        _ => None,
    }
}

/// "before 1980", 1980年以前, "since 1972", 1972年から, 1972年〜.
fn open_ended(tokens: &[Token]) -> Result<String, Fail> {
    let (bound, inner) = match tokens {
        // 自1972年起, 至1978年為止: one bound said twice.
        [first, inner @ .., last]
            if matches!(
                (bound(*first), bound(*last)),
                (Some(Bound::From), Some(Bound::From)) | (Some(Bound::Until), Some(Bound::Until))
            ) =>
        {
            (bound(*first), inner)
        }
        [first, inner @ ..] if bound(*first).is_some() => (bound(*first), inner),
        [inner @ .., Token::Sign(Sign::Dash)] => (Some(Bound::From), inner),
        [Token::Sign(Sign::Dash), inner @ ..] => (Some(Bound::Until), inner),
        [inner @ .., last] => (bound(*last), inner),
        [] => (None, tokens),
    };
    let bound = bound.ok_or(Fail::NotThis)?;
    let date = date(inner)?;
    Ok(match bound {
        Bound::Before => format!("/{}", date.as_end()),
        Bound::After => format!("{}/", date.as_start()),
        Bound::From => format!("{}/..", date.as_start()),
        Bound::Until => format!("../{}", date.as_end()),
    })
}

/// "between 1972 and 1978", 1972年〜1978年のいずれか, "1980 or earlier", "all of 1960–1963".
fn choice(tokens: &[Token]) -> Result<String, Fail> {
    match tokens {
        [Token::Word(Word::Between), rest @ ..] => {
            let (first, last) = split_pair(rest, |token| {
                matches!(token, Token::Word(Word::And | Word::To))
            })?;
            Ok(format!("[{}..{}]", first.as_start(), last.as_end()))
        }
        [inner @ .., Token::Word(Word::Between | Word::OneOf)]
        | [Token::Word(Word::OneOf), inner @ ..] => Ok(format!("[{}]", row(inner)?)),
        [inner @ .., Token::Word(Word::AllOf)] | [Token::Word(Word::AllOf), inner @ ..] => {
            Ok(format!("{{{}}}", row(inner)?))
        }
        _ => Ok(format!("[{}]", or_beyond(tokens)?)),
    }
}

/// "1980 or earlier" as a member of a set.
fn or_beyond(tokens: &[Token]) -> Result<String, Fail> {
    // それ and 그 may follow the "or".
    let (
        [
            inner @ ..,
            Token::Word(Word::Or),
            Token::Word(Word::Noise),
            last,
        ]
        | [inner @ .., Token::Word(Word::Or), last],
    ) = (tokens,)
    else {
        return Err(Fail::NotThis);
    };
    let date = date(inner)?;
    match bound(*last) {
        Some(Bound::Before) => Ok(format!("..{}", date.as_end())),
        Some(Bound::After) => Ok(format!("{}..", date.as_start())),
        _ => Err(Fail::NotThis),
    }
}

/// "1667 or 1668", "1960 and December 1961", 1667年、1668年または1670年.
fn list(tokens: &[Token]) -> Result<String, Fail> {
    let has = |word| tokens.contains(&Token::Word(word));
    let (open, close, word) = match (has(Word::Or), has(Word::And)) {
        (true, false) => ('[', ']', Word::Or),
        (false, true) => ('{', '}', Word::And),
        _ => return Err(Fail::NotThis),
    };
    let parts: Vec<&[Token]> = tokens.split(|token| *token == Token::Word(word)).collect();
    if let [first, last] = parts.as_slice()
        && let Ok((first, last)) = range::pair(without_filler(first), without_filler(last))
    {
        return Ok(format!(
            "{open}{},{}{close}",
            first.as_member(),
            last.as_member()
        ));
    }
    let members: Vec<String> = parts.into_iter().map(row).collect::<Result<_, _>>()?;
    Ok(format!("{open}{}{close}", members.join(",")))
}

/// Members of a set in a row: dates, ranges and "1980 or earlier", with commas between.
fn row(tokens: &[Token]) -> Result<String, Fail> {
    let tokens = without_filler(tokens);
    if let Ok(member) = member(tokens) {
        return Ok(member);
    }
    let members: Vec<String> = tokens
        .split(|token| matches!(token, Token::Sign(Sign::Comma | Sign::ListComma)))
        .map(member)
        .collect::<Result<_, _>>()?;
    Ok(members.join(","))
}

fn member(tokens: &[Token]) -> Result<String, Fail> {
    let tokens = without_filler(tokens);
    let first = match date(tokens) {
        Ok(date) => return Ok(date.as_member()),
        Err(fail) => fail,
    };
    if let Ok((from, to)) = split_pair(tokens, is_range_sign) {
        return Ok(format!("{}..{}", from.as_start(), to.as_end()));
    }
    or_beyond(tokens).map_err(|_| first)
}

fn is_range_sign(token: &Token) -> bool {
    matches!(
        token,
        Token::Word(Word::To | Word::From) | Token::Sign(Sign::Dash | Sign::Hyphen)
    )
}

/// "1972 to 1978", 1972年から1978年まで, "25–30 September 1972", "1972 to present".
fn interval(tokens: &[Token]) -> Result<String, Fail> {
    if let [start @ .., Token::Word(Word::Now)] = tokens {
        let start = match start {
            [start @ .., last] if is_range_sign(last) => start,
            _ => start,
        };
        return Ok(format!("{}/..", date(bare_start(start))?.as_start()));
    }
    let (first, last) = split_pair(tokens, is_range_sign)?;
    Ok(format!("{}/{}", first.as_start(), last.as_end()))
}

/// Without the "from" before it.
fn bare_start(tokens: &[Token]) -> &[Token] {
    match tokens {
        [Token::Word(Word::From), rest @ ..] => rest,
        _ => tokens,
    }
}

/// The two dates on the sides of a sign; of several signs, the one that leaves a date on each.
fn split_pair(tokens: &[Token], splits: impl Fn(&Token) -> bool) -> Result<(Marked, Marked), Fail> {
    let tokens = without_filler(bare_start(tokens));
    let tokens = match tokens {
        // 1972年から1978年まで
        [rest @ .., Token::Word(Word::To)] => rest,
        _ => tokens,
    };
    let mut worst = Fail::NotThis;
    for (place, token) in tokens.iter().enumerate() {
        if !splits(token) {
            continue;
        }
        let (left, right) = (&tokens[..place], &tokens[place + 1..]);
        match range::pair(without_filler(left), without_filler(right)) {
            Ok(pair) => return Ok(pair),
            Err(fail) if worst == Fail::NotThis => worst = fail,
            Err(_) => {}
        }
    }
    Err(worst)
}
