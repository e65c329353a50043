// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef ALLOCATIONS_H
#define ALLOCATIONS_H

/// Begins to count what this thread allocates.
void allocations_begin(void);

/// Ends it; the most bytes that were allocated at one time since, beyond those at the beginning.
long allocations_end(void);

#endif
