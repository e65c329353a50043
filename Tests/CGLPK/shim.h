// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TRIMLAB_CGLPK_H
#define TRIMLAB_CGLPK_H
#include <glpk.h>
#endif
