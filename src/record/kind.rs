//! What sort of thing happened: the kinds of event, and the families they are drawn in.

use super::vocabulary::{Open, vocabulary};

vocabulary! {
    /// What sort of event it is. A kind that is not listed reads as itself
    /// ([`Open::Named`]) and draws as [`Kind::Other`].
    pub enum Kind called "Kind" {
        /// Fighting between states or parties, as long as it lasted.
        War = "war",
        /// A state, party, office or organisation comes to be.
        Founding = "founding",
        /// A meeting of heads of state or government.
        Summit = "summit",
        /// A text that binds under international law.
        Treaty = "treaty",
        /// A text issued in common that is not a treaty.
        JointStatement = "joint_statement",
        /// A standing form of words for a relationship, or a body set up to carry it.
        Framework = "framework",
        /// A journey of an office holder to another country.
        Visit = "visit",
        /// Diplomatic relations are opened or resumed.
        Normalisation = "normalisation",
        /// Negotiations or consultations below the summit.
        Talks = "talks",
        /// An understanding that is neither treaty nor joint statement.
        Agreement = "agreement",
        /// A collision, an arrest, an intrusion, an insult.
        Incident = "incident",
        /// A measure meant to press or to punish.
        Sanction = "sanction",
        /// A nuclear explosion for test.
        NuclearTest = "nuclear_test",
        /// A missile or a satellite launcher is fired.
        MissileLaunch = "missile_launch",
        /// An address, a lecture, a statement by one side.
        Speech = "speech",
        /// A conference (tags `track-1`, `track-1.5`, `track-2` say whose).
        Forum = "forum",
        /// A demonstration, a boycott, a formal protest.
        Protest = "protest",
        /// None of these.
        Other = "other",
    }
}

/// The four shapes that events are drawn in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Family {
    /// People met: a circle.
    Meeting,
    /// Words were agreed: a diamond.
    Agreed,
    /// Something broke: a triangle.
    Rupture,
    /// Everything else: a small circle.
    Other,
}

impl Kind {
    /// The family whose shape the kind is drawn in.
    pub const fn family(self) -> Family {
        match self {
            Self::Summit | Self::Visit | Self::Talks | Self::Forum => Family::Meeting,
            Self::Treaty
            | Self::JointStatement
            | Self::Framework
            | Self::Normalisation
            | Self::Agreement => Family::Agreed,
            Self::War
            | Self::Incident
            | Self::Sanction
            | Self::NuclearTest
            | Self::MissileLaunch
            | Self::Protest => Family::Rupture,
            Self::Founding | Self::Speech | Self::Other => Family::Other,
        }
    }
}

impl Open<Kind> {
    /// The kind as which it is drawn: itself, or [`Kind::Other`].
    pub fn drawn(&self) -> Kind {
        self.known().unwrap_or(Kind::Other)
    }
}
