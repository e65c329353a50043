// SPDX-License-Identifier: GPL-3.0-or-later
#define _GNU_SOURCE
#include "child_process.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

struct request {
  const char *path, *folder;
  char *const *arguments, *const *environment;
  int streams[3];
  pid_t child;
  int error;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;
static struct request *pending;
static int thread_error;

int make_pipe(int *reading, int *writing) {
  int ends[2];
#ifdef __linux__
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  // Of no consequence where the system refuses: the default holds 64 KiB.
  (void)fcntl(ends[1], F_SETPIPE_SZ, 1 << 20);
#else
  if (pipe(ends) != 0) return errno;
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

// Between fork and exec: only calls that are safe in a copy of a process with other threads.
static void become(const struct request *request, pid_t parent, int report) {
  setpgid(0, 0);
#ifdef __linux__
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (getppid() != parent) _exit(127);
#endif
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
  signal(SIGPIPE, SIG_DFL);
  if (chdir(request->folder) == 0) {
    int streams[3];
    // Out of the way of 0, 1 and 2, which each of them is about to become.
    for (int i = 0; i < 3; i++) streams[i] = fcntl(request->streams[i], F_DUPFD_CLOEXEC, 3);
    for (int i = 0; i < 3; i++) dup2(streams[i], i);
    execve(request->path, request->arguments, request->environment);
  }
  int error = errno;
  (void)!write(report, &error, sizeof error);
  _exit(127);
}

static void start(struct request *request) {
  int reading, writing;
  request->error = make_pipe(&reading, &writing);
  if (request->error != 0) return;
  pid_t parent = getpid();
  request->child = fork();
  if (request->child == 0) become(request, parent, writing);
  if (request->child < 0) request->error = errno;
  close(writing);
  // The end of the pipe, which closes as the program begins, or why it did not.
  int error;
  ssize_t count;
  do count = read(reading, &error, sizeof error);
  while (count < 0 && errno == EINTR);
  if (count == sizeof error) request->error = error;
  close(reading);
}

static void *serve(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (;;) {
    while (pending == NULL) pthread_cond_wait(&changed, &lock);
    start(pending);
    pending = NULL;
    pthread_cond_broadcast(&changed);
  }
  return NULL;
}

static void prepare(void) {
  // A child that has died must not take its parent with it when the parent writes to it.
  signal(SIGPIPE, SIG_IGN);
  pthread_t thread;
  sigset_t all, before;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  thread_error = pthread_create(&thread, NULL, serve, NULL);
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  if (thread_error == 0) pthread_detach(thread);
}

int start_child(const char *path, char *const arguments[], char *const environment[], const char *folder, int input,
                int output, int errors, pid_t *child) {
  pthread_once(&once, prepare);
  if (thread_error != 0) return thread_error;
  struct request request = {path, folder, arguments, environment, {input, output, errors}, 0, 0};
  pthread_mutex_lock(&lock);
  while (pending != NULL) pthread_cond_wait(&changed, &lock);
  pending = &request;
  pthread_cond_broadcast(&changed);
  while (pending == &request) pthread_cond_wait(&changed, &lock);
  pthread_mutex_unlock(&lock);
  *child = request.child;
  return request.error;
}
