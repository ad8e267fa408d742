//! Words from a list that may grow: the ones this version knows, and any other as it is written.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Serialize, Serializer};
use serde_json::{Value, json};

/// A closed list of words that a field of the record may use.
pub trait Vocabulary: Copy + Eq + 'static {
    /// Every word of the list, in the order in which they are offered to the reader.
    const ALL: &'static [Self];
    /// What the list is called in the schema.
    const NAME: &'static str;

    /// The word as it stands in the file (`joint_statement`).
    fn name(self) -> &'static str;

    /// What the word means, in English: its documentation.
    fn meaning(self) -> &'static str;

    /// The word with this name, `None` when the list does not hold it.
    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.name() == name)
    }
}

/// A word of the vocabulary `V`, or one that this version does not know and keeps as written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Open<V> {
    /// A word of the list.
    Known(V),
    /// Any other word.
    Named(String),
}

impl<V: Vocabulary> Open<V> {
    /// Reads a word; never fails.
    pub fn from_name(name: &str) -> Self {
        V::from_name(name).map_or_else(|| Self::Named(name.to_owned()), Self::Known)
    }

    /// The word as it stands in the file.
    pub fn name(&self) -> &str {
        match self {
            Self::Known(word) => word.name(),
            Self::Named(name) => name,
        }
    }

    /// The word, when the list holds it.
    pub fn known(&self) -> Option<V> {
        match self {
            Self::Known(word) => Some(*word),
            Self::Named(_) => None,
        }
    }
}

impl<V> From<V> for Open<V> {
    fn from(word: V) -> Self {
        Self::Known(word)
    }
}

impl<V: Vocabulary> Serialize for Open<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<V: Vocabulary> JsonSchema for Open<V> {
    fn schema_name() -> Cow<'static, str> {
        V::NAME.into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let known = V::ALL
            .iter()
            .map(|word| json!({ "const": word.name(), "description": word.meaning() }));
        let other = json!({ "type": "string", "description": "Any other word is kept as it is." });
        let words: Vec<Value> = known.chain([other]).collect();
        json_schema!({ "anyOf": words })
    }
}

/// Defines a vocabulary: an enum, its words and its documentation in one place.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $vis:vis enum $ty:ident called $called:literal {
        $($(#[doc = $word_doc:literal])+ $word:ident = $name:literal,)+
    }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
        $vis enum $ty { $($(#[doc = $word_doc])+ $word,)+ }

        impl $crate::record::Vocabulary for $ty {
            const ALL: &'static [Self] = &[$(Self::$word,)+];
            const NAME: &'static str = $called;

            fn name(self) -> &'static str {
                match self { $(Self::$word => $name,)+ }
            }

            fn meaning(self) -> &'static str {
                match self { $(Self::$word => concat!($($word_doc),+).trim_ascii(),)+ }
            }

            fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$word),)+ _ => None }
            }
        }
    };
}
pub(crate) use vocabulary;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Kind;

    #[test]
    fn every_word_reads_back_as_itself() {
        for &kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
            assert!(kind.meaning().ends_with('.'), "{}", kind.meaning());
        }
    }

    #[test]
    fn an_unknown_word_keeps_its_name() {
        let word = Open::<Kind>::from_name("hostage_exchange");
        assert_eq!(word.known(), None);
        assert_eq!(word.name(), "hostage_exchange");
        assert_eq!(
            serde_json::to_string(&word).unwrap(),
            "\"hostage_exchange\""
        );
    }
}
