// Where a generator of philox.c stands in its stream, for those that read the stream in blocks.
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TRIMLAB_PHILOX_PLACE_H
#define TRIMLAB_PHILOX_PLACE_H
#include <gsl/gsl_rng.h>
#include <stdint.h>

/// Words that `generator` has handed out since it was reset.
uint64_t philox4x32_place(const gsl_rng *generator);

/// Moves `generator` to word `place` of its stream.
void philox4x32_move(gsl_rng *generator, uint64_t place);

/// The stream's key, and the three words of its counter that stay.
void philox4x32_origin(const gsl_rng *generator, uint32_t key[2], uint32_t counter[3]);
#endif
