//! How a kind of event is told apart: by shape first, then by colour, so that neither is alone.

/// The looks that kinds of events share. The record's kinds map to these where marks are made;
/// this room knows no record.
///
/// Nuclear and missile tests are [`Weapons`](Self::Weapons), war is [`Rupture`](Self::Rupture),
/// talks and forums are [`Visit`](Self::Visit), a founding and whatever is unknown is
/// [`Other`](Self::Other).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KindColor {
    /// Leaders meet.
    Summit,
    /// A visit, talks or a forum.
    Visit,
    /// A treaty, joint statement, agreement or normalisation.
    Agreed,
    /// A framework: the name two states give to their relation.
    Framework,
    /// War, an incident, a protest or a sanction.
    Rupture,
    /// A nuclear test or a missile launch.
    Weapons,
    /// Words that one side says.
    Speech,
    /// All else.
    Other,
}

/// The four families a reader learns first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum KindFamily {
    /// People met.
    Meeting,
    /// Something was agreed.
    Agreed,
    /// Something broke.
    Rupture,
    /// Something was said or done by one side.
    Other,
}

/// The outline of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape {
    /// A disc.
    Circle,
    /// A square on its corner.
    Diamond,
    /// A triangle that points up.
    Triangle,
    /// A disc, smaller than its importance would make it.
    SmallCircle,
}

impl KindColor {
    /// Every look, in the order a legend lists them.
    pub const ALL: [Self; 8] = [
        Self::Summit,
        Self::Visit,
        Self::Agreed,
        Self::Framework,
        Self::Rupture,
        Self::Weapons,
        Self::Speech,
        Self::Other,
    ];

    /// The family, which decides the shape.
    #[must_use]
    pub const fn family(self) -> KindFamily {
        match self {
            Self::Summit | Self::Visit => KindFamily::Meeting,
            Self::Agreed | Self::Framework => KindFamily::Agreed,
            Self::Rupture | Self::Weapons => KindFamily::Rupture,
            Self::Speech | Self::Other => KindFamily::Other,
        }
    }

    /// The outline of its mark.
    #[must_use]
    pub const fn shape(self) -> Shape {
        self.family().shape()
    }
}

impl KindFamily {
    /// The outline of its marks.
    #[must_use]
    pub const fn shape(self) -> Shape {
        match self {
            Self::Meeting => Shape::Circle,
            Self::Agreed => Shape::Diamond,
            Self::Rupture => Shape::Triangle,
            Self::Other => Shape::SmallCircle,
        }
    }
}

impl Shape {
    /// How the half-width of this outline relates to [`Sizes::mark_radius`](super::Sizes::mark_radius),
    /// so that all outlines of one importance weigh the same to the eye.
    ///
    /// A disc has area π r². A diamond of half-diagonal d has 2 d², an equilateral triangle of
    /// circumradius t has (3√3/4) t²: equal areas want d = 1.25 r and t = 1.55 r. The triangle
    /// is drawn a little smaller, since its points reach far.
    #[must_use]
    pub const fn reach(self) -> f32 {
        match self {
            Self::Circle => 1.0,
            Self::Diamond => 1.25,
            Self::Triangle => 1.4,
            Self::SmallCircle => 0.85,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_family_has_an_outline_of_its_own() {
        let shapes = [
            KindFamily::Meeting,
            KindFamily::Agreed,
            KindFamily::Rupture,
            KindFamily::Other,
        ]
        .map(KindFamily::shape);
        for (i, shape) in shapes.iter().enumerate() {
            assert!(
                !shapes[..i].contains(shape),
                "{shape:?} stands for two families"
            );
        }
    }
}
