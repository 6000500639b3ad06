//! Owns the layer that all encoders are made of: affine, maxout of three, normalisation.

use super::WIDTH;
use super::matrix::{Matrix, PANEL, multiply};
use crate::weights::Sections;
use pulp::{Arch, Simd, WithSimd};

pub(super) const PIECES: usize = 3;
/// Rows that are multiplied before they are normalised; their products fit the cache.
const CHUNK: usize = 48;

pub(super) struct Layer {
    matrix: Matrix,
    finish: Finish,
}

/// What is done with a row of products: the maximum of the pieces, and normalisation.
pub(super) struct Finish {
    gain: Vec<f32>,
    shift: Vec<f32>,
}

impl Finish {
    pub(super) fn read(data: Sections, encoder: &str, number: usize) -> Self {
        let gain = data.singles(&format!("{encoder}.norm.{number}.g"));
        let shift = data.singles(&format!("{encoder}.norm.{number}.b"));
        Self { gain, shift }
    }

    #[inline(always)]
    pub(super) fn write(&self, products: &[f32], out: &mut [f32]) {
        normalise(products, &self.gain, &self.shift, out);
    }
}

impl Layer {
    pub(super) fn read(data: Sections, encoder: &str, number: usize) -> Self {
        let weights = data.halves(&format!("{encoder}.maxout.{number}.w"));
        let bias = data.singles(&format!("{encoder}.maxout.{number}.b"));
        // Stored output by output with its pieces together; packed piece by piece, so that
        // the maximum is taken of whole vectors.
        let matrix =
            Matrix::pack(&weights, &bias, WIDTH * PIECES, |i| i % WIDTH * PIECES + i / WIDTH);
        Self { matrix, finish: Finish::read(data, encoder, number) }
    }

    /// Writes these rows of the layer's output, plus those of `residual` if there is one, to
    /// the same rows of `out`.
    pub(super) fn apply(
        &self,
        arch: Arch,
        x: &[f32],
        stride: usize,
        rows: &[usize],
        residual: Option<&[f32]>,
        out: &mut [f32],
    ) {
        arch.dispatch(Apply { layer: self, x, stride, rows, residual, out });
    }
}

struct Apply<'a> {
    layer: &'a Layer,
    x: &'a [f32],
    stride: usize,
    rows: &'a [usize],
    residual: Option<&'a [f32]>,
    out: &'a mut [f32],
}

impl WithSimd for Apply<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let Layer { matrix, finish } = self.layer;
        let mut products = [0.0; CHUNK * WIDTH * PIECES];
        for rows in self.rows.chunks(CHUNK) {
            let begin = |i: usize| rows[i] * self.stride;
            multiply(simd, matrix, self.x, begin, rows.len(), &mut products);
            for (&row, product) in rows.iter().zip(products.chunks_exact(WIDTH * PIECES)) {
                let out = &mut self.out[row * WIDTH..][..WIDTH];
                finish.write(product, out);
                if let Some(residual) = self.residual {
                    for (o, r) in out.iter_mut().zip(&residual[row * WIDTH..][..WIDTH]) {
                        *o += *r;
                    }
                }
            }
        }
    }
}

/// The maximum of the pieces, moved and scaled to mean 0 and variance 1.
#[inline(always)]
fn normalise(product: &[f32], gain: &[f32], shift: &[f32], out: &mut [f32]) {
    let (a, rest) = product.split_at(WIDTH);
    let (b, c) = rest.split_at(WIDTH);
    let (gain, shift) = (&gain[..WIDTH], &shift[..WIDTH]);
    for i in 0..WIDTH {
        let larger = if b[i] > a[i] { b[i] } else { a[i] };
        out[i] = if c[i] > larger { c[i] } else { larger };
    }
    let mean = sum(out, |value| value) / WIDTH as f32;
    let variance = sum(out, |value| (value - mean) * (value - mean)) / WIDTH as f32;
    let scale = 1.0 / (variance + 1e-8).sqrt();
    for i in 0..WIDTH {
        out[i] = (out[i] - mean) * scale * gain[i] + shift[i];
    }
}

/// The sum in a fixed order: sixteen sums side by side, then those one by one.
#[inline(always)]
fn sum(values: &[f32], of: impl Fn(f32) -> f32) -> f32 {
    let mut sums = [0.0; PANEL];
    for chunk in values.chunks_exact(PANEL) {
        for i in 0..PANEL {
            sums[i] += of(chunk[i]);
        }
    }
    let mut total = 0.0;
    for value in sums {
        total += value;
    }
    total
}
