// Philox4x32-10 (Salmon, Moraes, Dror, Shaw, SC'11) as a GSL generator type.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The header is opaque: Random123 stays behind philox.c. One stream is the pair (key, counter); word 3 of the
// counter belongs to the generator, which counts blocks of four draws there, so a stream holds 2^34 draws.
#ifndef TRIMLAB_CPHILOX_H
#define TRIMLAB_CPHILOX_H
#include <gsl/gsl_rng.h>
#include <stdint.h>

/// The generator type to pass to gsl_rng_alloc.
const gsl_rng_type *philox4x32_type(void);

/// Places `generator` at the first draw of the stream (key, counter[0..2]).
void philox4x32_reset(gsl_rng *generator, const uint32_t key[2], const uint32_t counter[3]);

/// Writes what `count` calls of gsl_ran_gaussian_ziggurat(generator, 1) would return, and leaves `generator` where they would.
void philox4x32_normals(gsl_rng *generator, double *values, size_t count);

/// One block of the bijection itself, for known-answer tests: output = Philox4x32-10(counter, key).
void philox4x32_block(const uint32_t counter[4], const uint32_t key[2], uint32_t output[4]);
#endif
