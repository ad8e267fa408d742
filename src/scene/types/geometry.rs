//! Places on the canvas, in points, as plain numbers any painter can take.

/// A place on the canvas in points; (0, 0) is the canvas' top left corner.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Point {
    /// Points from the canvas' left edge.
    pub x: f32,
    /// Points from the canvas' top edge.
    pub y: f32,
}

impl Point {
    /// A point from its two coordinates.
    pub const fn new(x: f32, y: f32) -> Self {
        Self { x, y }
    }
}

/// An upright rectangle on the canvas in points.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge, never left of `left`.
    pub right: f32,
    /// Bottom edge, never above `top`.
    pub bottom: f32,
}

impl Rect {
    /// A rectangle from its edges.
    pub const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// Width in points.
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    /// Height in points.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Whether it has no height: the part of the canvas that it is the place of is not there.
    pub fn is_flat(&self) -> bool {
        self.height() <= 0.0
    }

    /// The middle.
    pub fn centre(&self) -> Point {
        Point::new(
            f32::midpoint(self.left, self.right),
            f32::midpoint(self.top, self.bottom),
        )
    }

    /// Whether the point lies inside; the right and bottom edges do not count.
    pub fn contains(&self, point: Point) -> bool {
        point.x >= self.left && point.x < self.right && point.y >= self.top && point.y < self.bottom
    }

    /// Whether the two share any area.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The rectangle with each edge moved outwards (negative: inwards).
    #[must_use]
    pub fn grown(&self, points: f32) -> Self {
        Self::new(
            self.left - points,
            self.top - points,
            self.right + points,
            self.bottom + points,
        )
    }

    /// How far the point lies outside, 0 inside.
    pub fn distance(&self, point: Point) -> f32 {
        let dx = (self.left - point.x).max(point.x - self.right).max(0.0);
        let dy = (self.top - point.y).max(point.y - self.bottom).max(0.0);
        dx.hypot(dy)
    }
}
