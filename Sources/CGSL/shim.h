// GSL as Swift sees it: the headers the suite uses, and accessors for the C globals Swift 6 rejects.
// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TRIMLAB_CGSL_H
#define TRIMLAB_CGSL_H

// GSL's own declaration of CBLAS clashes with OpenBLAS's wherever Swift loads both modules, so it stays out:
// of its types only the three below appear in signatures of the headers included here, and no suite code passes one.
#define __GSL_CBLAS_H__
#define __GSL_BLAS_TYPES_H__
typedef unsigned int CBLAS_TRANSPOSE_t;
typedef unsigned int CBLAS_UPLO_t;
typedef unsigned int CBLAS_DIAG_t;

#include <gsl/gsl_cdf.h>
#include <gsl/gsl_chebyshev.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_integration.h>
#include <gsl/gsl_math.h>
#include <gsl/gsl_min.h>
#include <gsl/gsl_multifit.h>
#include <gsl/gsl_multifit_nlinear.h>
#include <gsl/gsl_multimin.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_roots.h>
#include <gsl/gsl_sf.h>
#include <gsl/gsl_statistics_double.h>
#include <gsl/gsl_version.h>

static inline const gsl_root_fsolver_type *cgsl_root_brent(void) { return gsl_root_fsolver_brent; }
static inline const gsl_rng_type *cgsl_rng_mt19937(void) { return gsl_rng_mt19937; }
static inline const gsl_min_fminimizer_type *cgsl_min_brent(void) { return gsl_min_fminimizer_brent; }
#endif
