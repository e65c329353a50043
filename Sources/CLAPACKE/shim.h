// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TRIMLAB_CLAPACKE_H
#define TRIMLAB_CLAPACKE_H
#include <lapacke.h>
#endif
