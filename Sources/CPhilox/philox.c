// SPDX-License-Identifier: GPL-3.0-or-later
#include "CPhilox.h"
#include "place.h"
#include <Random123/philox.h>
#include <Random123/gsl_microrng.h>

GSL_MICRORNG(philox4x32_10, philox4x32);

const gsl_rng_type *philox4x32_type(void) { return gsl_rng_philox4x32_10; }

void philox4x32_reset(gsl_rng *generator, const uint32_t key[2], const uint32_t counter[3]) {
  philox4x32_ctr_t c = {{counter[0], counter[1], counter[2], 0}};
  philox4x32_key_t k = {{key[0], key[1]}};
  philox4x32_10_reset(generator, c, k);
}

void philox4x32_block(const uint32_t counter[4], const uint32_t key[2], uint32_t output[4]) {
  philox4x32_ctr_t c = {{counter[0], counter[1], counter[2], counter[3]}};
  philox4x32_key_t k = {{key[0], key[1]}};
  philox4x32_ctr_t r = philox4x32(c, k);
  for (int i = 0; i < 4; i++) output[i] = r.v[i];
}

uint64_t philox4x32_place(const gsl_rng *generator) {
  const philox4x32_10_state *state = generator->state;
  return 4 * state->n - (uint64_t)state->elem;
}

void philox4x32_move(gsl_rng *generator, uint64_t place) {
  philox4x32_10_state *state = generator->state;
  state->n = (place + 3) / 4;
  state->elem = (int)(4 * state->n - place);
  if (state->elem == 0) return;
  philox4x32_ctr_t c = state->ctr;
  c.v[3] = (uint32_t)(state->n - 1);
  state->r = philox4x32(c, state->key);
}

void philox4x32_origin(const gsl_rng *generator, uint32_t key[2], uint32_t counter[3]) {
  const philox4x32_10_state *state = generator->state;
  for (int i = 0; i < 2; i++) key[i] = state->key.v[i];
  for (int i = 0; i < 3; i++) counter[i] = state->ctr.v[i];
}
