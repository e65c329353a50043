// SPDX-License-Identifier: GPL-3.0-or-later
#include "CPhilox.h"
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
