// SPDX-License-Identifier: GPL-3.0-or-later
// Counts a thread's allocations: a program's own malloc comes before that of the C library, for all that it loads.
#include "allocations.h"

#include <stdlib.h>

static __thread long live, peak;
static __thread int counting;

void allocations_begin(void) {
  live = peak = 0;
  counting = 1;
}

long allocations_end(void) {
  counting = 0;
  return peak;
}

#ifdef __GLIBC__
#include <errno.h>
#include <malloc.h>

extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);
extern void __libc_free(void *);

static void *gained(void *memory) {
  if (counting && memory) {
    live += (long)malloc_usable_size(memory);
    if (live > peak) peak = live;
  }
  return memory;
}

static void lost(void *memory) {
  if (counting && memory) live -= (long)malloc_usable_size(memory);
}

void *malloc(size_t size) { return gained(__libc_malloc(size)); }
void *calloc(size_t count, size_t size) { return gained(__libc_calloc(count, size)); }
void *memalign(size_t alignment, size_t size) { return gained(__libc_memalign(alignment, size)); }
void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }

int posix_memalign(void **memory, size_t alignment, size_t size) {
  *memory = memalign(alignment, size);
  return *memory ? 0 : ENOMEM;
}

void *realloc(void *memory, size_t size) {
  lost(memory);
  return gained(__libc_realloc(memory, size));
}

void free(void *memory) {
  lost(memory);
  __libc_free(memory);
}
#endif
