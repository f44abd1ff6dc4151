//! Which body region a place belongs to.

use crate::model::{Choices, Location, Value};

const REGIONS: [&[Location]; 4] = [
    &[
        Location::Eyelid,
        Location::Face,
        Location::JawOrMouth,
        Location::Tongue,
    ],
    &[
        Location::Neck,
        Location::Shoulder,
        Location::Arm,
        Location::Hand,
    ],
    &[Location::Chest, Location::Abdomen, Location::Back],
    &[
        Location::HipOrButtock,
        Location::Thigh,
        Location::Calf,
        Location::Foot,
    ],
];

/// Whether the places lie in two or more body regions. The whole body is a rule's own test.
pub(super) fn in_two_regions(places: Choices) -> bool {
    let touched = REGIONS
        .iter()
        .filter(|region| places.any(Choices::of(region.iter().map(|place| place.index()))));
    touched.count() >= 2
}
