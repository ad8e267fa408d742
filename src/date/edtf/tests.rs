//! Tests of EDTF as a whole: what is accepted, what is refused and why, and what it means.

mod accepted;
mod extents;
mod moved;
mod order;
mod properties;
mod refused;
mod suites;
