// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TRIMLAB_COPENBLAS_H
#define TRIMLAB_COPENBLAS_H
#ifndef _GNU_SOURCE
#define _GNU_SOURCE  // dladdr
#endif
#include <cblas.h>
#include <dlfcn.h>

/// The file that provides the cblas_dgemm this process calls, or NULL.
static inline const char *copenblas_dgemm_file(void) {
  Dl_info info;
  return dladdr((const void *)cblas_dgemm, &info) ? info.dli_fname : 0;
}
#endif
