// GSL's ziggurat variates over Philox4x32-10, many at a time.
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A word w of the generator names a strip of the ziggurat, with a sign, in its low 8 bits and a place in the strip in the others, j.
// Where j is below the strip's limit, which is 97 times of 100, the variate is j times the strip's width and nothing else is drawn:
// one multiplication here. GSL's own function, on the same words, decides the others. What it does with a word is all this file
// knows of it: limits and widths are learnt from its answers.
//
// Sources: Marsaglia, Tsang, "The ziggurat method for generating random variables" (J. Stat. Soft. 5, 2000); Salmon, Moraes,
// Dror, Shaw, "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).
#include "CPhilox.h"
#include "place.h"
#include <gsl/gsl_randist.h>
#include <pthread.h>

// Integers alone: the code for another processor gives the same words.
#if defined(__x86_64__) && defined(__linux__)
#define WIDEST __attribute__((target_clones("avx512f", "avx2", "default")))
#else
#define WIDEST
#endif

enum { LANES = 16, WORDS = 4 * LANES, STRIPS = 256, PLACES = 1 << 24, FEW = 32 };

/// A stretch of a stream, as a GSL generator reads it.
typedef struct {
  uint32_t key[2];
  uint32_t counter[3];
  /// The block that follows the stretch.
  uint32_t block;
  int next;
  uint32_t words[WORDS];
} stretch;

/// The next LANES blocks, side by side; each is handed out from its last word to its first.
WIDEST static void refill(stretch *s) {
  uint32_t a[LANES], b[LANES], c[LANES], d[LANES], k0 = s->key[0], k1 = s->key[1];
  for (uint32_t i = 0; i < LANES; i++) {
    a[i] = s->counter[0];
    b[i] = s->counter[1];
    c[i] = s->counter[2];
    d[i] = s->block + i;
  }
  for (int round = 0; round < 10; round++, k0 += 0x9E3779B9u, k1 += 0xBB67AE85u) {
    for (int i = 0; i < LANES; i++) {
      uint64_t p = (uint64_t)0xD2511F53u * a[i], q = (uint64_t)0xCD9E8D57u * c[i];
      a[i] = (uint32_t)(q >> 32) ^ b[i] ^ k0;
      b[i] = (uint32_t)q;
      c[i] = (uint32_t)(p >> 32) ^ d[i] ^ k1;
      d[i] = (uint32_t)p;
    }
  }
  for (int i = 0; i < LANES; i++) {
    s->words[4 * i] = d[i];
    s->words[4 * i + 1] = c[i];
    s->words[4 * i + 2] = b[i];
    s->words[4 * i + 3] = a[i];
  }
  s->block += LANES;
  s->next = 0;
}

static unsigned long next_word(void *state) {
  stretch *s = state;
  if (s->next == WORDS) refill(s);
  return s->words[s->next++];
}

static double next_uniform(void *state) { return (double)next_word(state) / 4294967296.0; }

static void ignore_seed(void *state, unsigned long seed) { (void)state, (void)seed; }

static const gsl_rng_type stretch_type = {
    "stretch of philox4x32_10", 0xffffffffUL, 0, sizeof(stretch), ignore_seed, next_word, next_uniform};

static struct {
  double width[STRIPS];
  uint32_t limit[STRIPS];
} strips;

/// The variate that GSL makes of place `j` in `strip`, and how many words it takes.
static double variate(uint32_t strip, uint32_t j, int *taken) {
  stretch s = {.words = {j << 8 | strip}};
  gsl_rng generator = {&stretch_type, &s};
  double value = gsl_ran_gaussian_ziggurat(&generator, 1);
  *taken = s.next;
  return value;
}

/// Place 1 of a strip is its width; its limit is the least place that takes a second word.
static void learn_strips(void) {
  for (uint32_t strip = 0; strip < STRIPS; strip++) {
    int taken;
    strips.width[strip] = variate(strip, 1, &taken);
    uint32_t low = 0, high = PLACES;
    while (low < high) {
      uint32_t middle = (low + high) / 2;
      variate(strip, middle, &taken);
      if (taken == 1) low = middle + 1;
      else high = middle;
    }
    strips.limit[strip] = low;
  }
}

/// Variates of the first words, up to one that GSL must decide; returns how many.
static size_t multiply(const uint32_t *words, size_t count, double *values) {
  for (size_t k = 0; k < count; k++) {
    uint32_t strip = words[k] & (STRIPS - 1), j = words[k] >> 8;
    if (__builtin_expect(j >= strips.limit[strip], 0)) return k;
    values[k] = (int32_t)j * strips.width[strip];
  }
  return count;
}

void philox4x32_normals(gsl_rng *generator, double *values, size_t count) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  if (count < FEW) {
    for (size_t k = 0; k < count; k++) values[k] = gsl_ran_gaussian_ziggurat(generator, 1);
    return;
  }
  pthread_once(&once, learn_strips);
  uint64_t place = philox4x32_place(generator);
  stretch s = {.block = (uint32_t)(place / 4)};
  philox4x32_origin(generator, s.key, s.counter);
  refill(&s);
  s.next = place % 4;
  gsl_rng decider = {&stretch_type, &s};
  // Words of whole stretches that came before this one.
  uint64_t before = place - place % 4;
  for (size_t done = 0; done < count;) {
    if (s.next == WORDS) refill(&s);
    size_t left = count - done, here = (size_t)(WORDS - s.next), some = left < here ? left : here;
    size_t good = multiply(s.words + s.next, some, values + done);
    s.next += (int)good;
    done += good;
    if (good < some) values[done++] = gsl_ran_gaussian_ziggurat(&decider, 1);
  }
  uint64_t blocks = (uint32_t)(s.block - (uint32_t)(place / 4));
  philox4x32_move(generator, before + 4 * blocks - WORDS + (uint64_t)s.next);
}
