//! Owns the product of many input rows with one weight matrix.

use pulp::{Arch, Simd, WithSimd};

/// Outputs that are computed together; every vector width divides it.
pub(crate) const PANEL: usize = 16;
/// Input rows that go through all panels before the next are touched, so that they and
/// their outputs stay in the fastest cache.
const CHUNK: usize = 48;
/// Rows that go together where there are fewer in all: alone each would wait for the
/// multiply-add before.
const FEW: usize = 4;

/// An affine layer: weights packed in panels of sixteen outputs, and a bias.
pub(crate) struct Matrix {
    inputs: usize,
    width: usize,
    panels: Vec<f32>,
    bias: Vec<f32>,
}

impl Matrix {
    /// Packs `weights`, one row an output. Output `i` of the product is row `order(i)`, so
    /// that callers choose which outputs lie side by side; the width is rounded up to
    /// whole panels with zeros.
    pub(crate) fn pack(
        weights: &[f32],
        bias: &[f32],
        outputs: usize,
        order: impl Fn(usize) -> usize,
    ) -> Self {
        let inputs = weights.len() / outputs;
        let width = outputs.next_multiple_of(PANEL);
        let mut panels = vec![0.0; inputs * width];
        let mut packed_bias = vec![0.0; width];
        for output in 0..outputs {
            let from = order(output);
            let panel = &mut panels[output / PANEL * PANEL * inputs..];
            for (k, weight) in weights[from * inputs..][..inputs].iter().enumerate() {
                panel[k * PANEL + output % PANEL] = *weight;
            }
            packed_bias[output] = bias.get(from).copied().unwrap_or(0.0);
        }
        Self { inputs, width, panels, bias: packed_bias }
    }

    /// The number of values a product row has.
    pub(crate) fn width(&self) -> usize {
        self.width
    }

    /// Writes `count` product rows to `out`. Input row `i` begins at `x[i * stride]`; rows
    /// may overlap, which makes a window over neighbours cost no copy.
    pub(crate) fn apply(
        &self,
        arch: Arch,
        x: &[f32],
        stride: usize,
        count: usize,
        out: &mut [f32],
    ) {
        arch.dispatch(Product { matrix: self, x, stride, count, out });
    }
}

struct Product<'a> {
    matrix: &'a Matrix,
    x: &'a [f32],
    stride: usize,
    count: usize,
    out: &'a mut [f32],
}

impl WithSimd for Product<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        multiply(simd, self.matrix, self.x, |row| row * self.stride, self.count, self.out);
    }
}

/// The product, for callers that are inside a dispatch already; input row `i` begins at
/// `x[begin(i)]`.
#[inline(always)]
pub(super) fn multiply<S: Simd>(
    simd: S,
    m: &Matrix,
    x: &[f32],
    begin: impl Fn(usize) -> usize + Copy,
    count: usize,
    out: &mut [f32],
) {
    // Twelve accumulators hide the latency of the multiply-add and leave registers for
    // the weights, however wide a register is.
    match S::F32_LANES {
        16 => blocks::<S, 1, 12>(simd, m, x, begin, count, out),
        8 => blocks::<S, 2, 6>(simd, m, x, begin, count, out),
        4 => blocks::<S, 4, 3>(simd, m, x, begin, count, out),
        2 => blocks::<S, 8, 1>(simd, m, x, begin, count, out),
        _ => blocks::<S, 16, 1>(simd, m, x, begin, count, out),
    }
}

#[inline(always)]
fn blocks<S: Simd, const VECTORS: usize, const ROWS: usize>(
    simd: S,
    m: &Matrix,
    x: &[f32],
    begin: impl Fn(usize) -> usize + Copy,
    count: usize,
    out: &mut [f32],
) {
    let mut chunk = 0;
    while chunk < count {
        let end = count.min(chunk + CHUNK);
        for panel in 0..m.width / PANEL {
            let mut row = chunk;
            while row < end {
                if end - row >= ROWS {
                    block::<S, VECTORS, ROWS>(simd, m, panel, x, begin, row, out);
                    row += ROWS;
                } else if end - chunk >= ROWS {
                    // Too few rows are left: go back over some that are done.
                    block::<S, VECTORS, ROWS>(simd, m, panel, x, begin, end - ROWS, out);
                    row = end;
                } else if end - row >= FEW {
                    block::<S, VECTORS, FEW>(simd, m, panel, x, begin, row, out);
                    row += FEW;
                } else {
                    block::<S, VECTORS, 1>(simd, m, panel, x, begin, row, out);
                    row += 1;
                }
            }
        }
        chunk = end;
    }
}

#[inline(always)]
fn block<S: Simd, const VECTORS: usize, const ROWS: usize>(
    simd: S,
    m: &Matrix,
    panel: usize,
    x: &[f32],
    begin: impl Fn(usize) -> usize,
    row: usize,
    out: &mut [f32],
) {
    let inputs = m.inputs;
    let (weights, _) = S::as_simd_f32s(&m.panels[panel * inputs * PANEL..][..inputs * PANEL]);
    let (bias, _) = S::as_simd_f32s(&m.bias[panel * PANEL..][..PANEL]);
    let mut rows = [&x[..inputs]; ROWS];
    for (r, slot) in rows.iter_mut().enumerate() {
        *slot = &x[begin(row + r)..][..inputs];
    }
    let mut sums = [[simd.splat_f32s(0.0); VECTORS]; ROWS];
    for sum in &mut sums {
        sum.copy_from_slice(&bias[..VECTORS]);
    }
    let weights = &weights[..inputs * VECTORS];
    for k in 0..inputs {
        for r in 0..ROWS {
            let value = simd.splat_f32s(rows[r][k]);
            for v in 0..VECTORS {
                sums[r][v] = simd.mul_add_f32s(value, weights[k * VECTORS + v], sums[r][v]);
            }
        }
    }
    for (r, sum) in sums.iter().enumerate() {
        let target = &mut out[(row + r) * m.width + panel * PANEL..][..PANEL];
        let (target, _) = S::as_mut_simd_f32s(target);
        target[..VECTORS].copy_from_slice(sum);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_right_for_any_number_of_rows() {
        let (inputs, outputs, stride) = (7, 19, 3);
        let weights: Vec<f32> = (0..inputs * outputs).map(|i| (i % 11) as f32 - 5.0).collect();
        let bias: Vec<f32> = (0..outputs).map(|i| i as f32).collect();
        let matrix = Matrix::pack(&weights, &bias, outputs, |i| outputs - 1 - i);
        for count in [0, 1, 5, 6, 13, 60] {
            let x: Vec<f32> = (0..count * stride + inputs).map(|i| (i % 5) as f32).collect();
            let mut out = vec![f32::NAN; count * matrix.width()];
            matrix.apply(Arch::new(), &x, stride, count, &mut out);
            for row in 0..count {
                for output in 0..outputs {
                    let from = outputs - 1 - output;
                    let dot: f32 =
                        (0..inputs).map(|k| x[row * stride + k] * weights[from * inputs + k]).sum();
                    assert_eq!(out[row * matrix.width() + output], dot + bias[from]);
                }
            }
        }
    }

    #[test]
    fn products_are_the_same_to_the_last_bit_on_every_processor() {
        let noise = |count: u32| (0..count).map(|i| (i.wrapping_mul(2_654_435_769) as f32).sin());
        let (weights, x): (Vec<_>, Vec<_>) = (noise(96 * 40).collect(), noise(96 * 30).collect());
        let matrix = Matrix::pack(&weights, &[], 40, |i| i);
        let product = |arch| {
            let mut out = vec![0.0; 28 * matrix.width()];
            matrix.apply(arch, &x, 96, 28, &mut out);
            out
        };
        assert_eq!(product(Arch::new()), product(Arch::Scalar));
    }
}
