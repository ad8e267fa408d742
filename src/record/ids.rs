//! Positions, as types of their own: an event's place in the record is not an actor's.
//!
//! They are positions in one open [`Timeline`](crate::record::Timeline), not the ids written in
//! the file; an id stays when the record is saved and opened again, a position need not.

macro_rules! position {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
        pub struct $name(pub u32);

        impl $name {
            /// The position as an index into a slice.
            pub const fn index(self) -> usize {
                self.0 as usize
            }

            /// The position of item `index`; saturates past `u32::MAX`.
            #[allow(clippy::cast_possible_truncation)] // saturated by hand: `try_from` is not const
            pub const fn from_index(index: usize) -> Self {
                if index > u32::MAX as usize { Self(u32::MAX) } else { Self(index as u32) }
            }
        }
    };
}

position!(
    /// An event's position among those that could be read, in the order of the file.
    EventIx
);
position!(
    /// An actor's position in [`Timeline::actors`](crate::record::Timeline::actors).
    ActorIx
);
position!(
    /// A source's position in [`Timeline::sources`](crate::record::Timeline::sources).
    SourceIx
);
position!(
    /// A tag's position in [`Timeline::tags`](crate::record::Timeline::tags).
    TagIx
);
position!(
    /// A country code's position in [`Timeline::countries`](crate::record::Timeline::countries).
    CountryIx
);
position!(
    /// The position of a kind's name in [`Timeline::kinds`](crate::record::Timeline::kinds).
    KindIx
);
position!(
    /// One of the sets of actors that occur; see [`Timeline::actor_set`](crate::record::Timeline::actor_set).
    ActorSetId
);
position!(
    /// One of the sets of tags that occur; see [`Timeline::tag_set`](crate::record::Timeline::tag_set).
    TagSetId
);
