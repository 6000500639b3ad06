//! [`Places`]: where each of a few things stands in a list, in a table that stays near.

/// Places in a list, found by hash. At most half are taken; what a hash finds is for the
/// asker to compare.
#[derive(Debug, Clone)]
pub(crate) struct Places {
    /// One more than the place in the list; 0 where there is none.
    slots: Vec<u32>,
}

impl Default for Places {
    fn default() -> Self {
        Self { slots: vec![0] }
    }
}

impl Places {
    /// Empty, with this many slots, a power of two.
    pub fn clear(&mut self, slots: usize) {
        self.slots.clear();
        self.slots.resize(slots, 0);
    }

    /// How many slots there are.
    pub fn slots(&self) -> usize {
        self.slots.len()
    }

    /// The place that this hash leads to and `is` takes, else the slot where it would be.
    #[inline]
    pub fn find(&self, hash: u32, is: impl Fn(usize) -> bool) -> Result<usize, usize> {
        let mut slot = self.home(hash);
        while let Some(place) = self.slots[slot].checked_sub(1) {
            if is(place as usize) {
                return Ok(place as usize);
            }
            slot = (slot + 1) & (self.slots.len() - 1);
        }
        Err(slot)
    }

    /// Puts a place that is not there yet where this hash leads to it.
    #[inline]
    pub fn add(&mut self, hash: u32, place: usize) {
        if let Err(slot) = self.find(hash, |_| false) {
            self.put(slot, place);
        }
    }

    /// Puts a place into a slot that was found free.
    #[inline]
    pub fn put(&mut self, slot: usize, place: usize) {
        self.slots[slot] = place as u32 + 1;
    }

    #[inline]
    fn home(&self, hash: u32) -> usize {
        hash as usize & (self.slots.len() - 1)
    }
}

/// Numbers that are given one after the other, as terms and stories have, far apart.
#[inline]
pub(crate) fn scattered(number: u64) -> u32 {
    (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_is_found_however_hashes_meet() {
        for apart in [0, 1, 8, 0x1_0001] {
            let list: Vec<u32> = (0..8).map(|n| n * apart).collect();
            let mut places = Places::default();
            assert_eq!(places.find(7, |_| true), Err(0));
            places.clear(16);
            list.iter().enumerate().for_each(|(at, &hash)| places.add(hash, at));
            for (at, &hash) in list.iter().enumerate() {
                assert_eq!(places.find(hash, |place| place == at), Ok(at), "{apart}");
            }
            assert!(places.find(list[7], |_| false).is_err(), "{apart}");
        }
    }
}
