// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef CHILD_PROCESS_H
#define CHILD_PROCESS_H

#include <sys/types.h>

// Starts a program in `folder` with three descriptors as its standard streams, in a process group of its own, so that Ctrl-C at a
// terminal reaches the caller alone.
//
// On Linux the kernel ends the child with SIGKILL when the caller ends, however it ends. That signal belongs to the thread that
// forks; all children are therefore forked by one thread that lives as long as the process.
//
// Returns 0 and the child's process id, or the errno of what failed: ENOENT of a program or folder that does not exist, say.
int start_child(const char *path, char *const arguments[], char *const environment[], const char *folder, int input,
                int output, int errors, pid_t *child);

// A pipe neither end of which a child inherits, with as large a buffer as the system gives. Returns 0 or an errno.
int make_pipe(int *reading, int *writing);

#endif
