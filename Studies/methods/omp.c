// SPDX-License-Identifier: GPL-3.0-or-later
// Orthogonal matching pursuit, as omp.py has it, in C: what the protocol looks like without a library.
// Build it with: cc -O2 -o omp omp.c -lm
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static double dot(const double *a, const double *b, int n) {
  double sum = 0;
  for (int i = 0; i < n; i++) sum += a[i] * b[i];
  return sum;
}

// Pursues y (n) in the columns of A (n x N, by columns); `work` holds n*(n+1) + n*n numbers.
static int pursue(const double *A, const double *y, int n, int N, double tolerance, double *u, double *work) {
  double *residual = work, *Q = work + n, *R = Q + (size_t)n * n;
  int *chosen = malloc(sizeof(int) * (size_t)(n > 0 ? n : 1)), k = 0;
  double *c = malloc(sizeof(double) * (size_t)(n > 0 ? n : 1));
  for (int i = 0; i < n; i++) residual[i] = y[i];
  while (k < n && k < N && sqrt(dot(residual, residual, n)) > tolerance) {
    int best = -1;
    double highest = -1;
    for (int j = 0; j < N; j++) {
      int taken = 0;
      for (int i = 0; i < k; i++) taken |= chosen[i] == j;
      double length = sqrt(dot(A + (size_t)j * n, A + (size_t)j * n, n));
      double score = taken || length == 0 ? -1 : fabs(dot(A + (size_t)j * n, residual, n)) / length;
      if (score > highest) highest = score, best = j;
    }
    if (best < 0) break;
    // The chosen column made orthogonal to those before it, twice for the sake of rounding.
    double *q = Q + (size_t)k * n;
    for (int i = 0; i < n; i++) q[i] = A[(size_t)best * n + i];
    for (int i = 0; i < k; i++) R[(size_t)k * n + i] = 0;
    for (int turn = 0; turn < 2; turn++)
      for (int i = 0; i < k; i++) {
        double r = dot(Q + (size_t)i * n, q, n);
        R[(size_t)k * n + i] += r;
        for (int p = 0; p < n; p++) q[p] -= r * Q[(size_t)i * n + p];
      }
    double length = sqrt(dot(q, q, n));
    if (length == 0) break;
    R[(size_t)k * n + k] = length;
    for (int p = 0; p < n; p++) q[p] /= length;
    c[k] = dot(q, residual, n);
    for (int p = 0; p < n; p++) residual[p] -= c[k] * q[p];
    chosen[k++] = best;
  }
  for (int j = 0; j < N; j++) u[j] = 0;
  for (int i = k - 1; i >= 0; i--) {
    double value = c[i];
    for (int j = i + 1; j < k; j++) value -= R[(size_t)j * n + i] * u[chosen[j]];
    u[chosen[i]] = value / R[(size_t)i * n + i];
  }
  free(chosen);
  free(c);
  return k;
}

int main(void) {
  char line[4096];
  while (fgets(line, sizeof line, stdin)) {
    int trial, N, P, M;
    unsigned long long seed;
    double epsilon;
    // trimlab writes the keys in this order; a program that reads JSON need not care.
    if (sscanf(line, "{\"trial\": %d, \"seed\": %llu, \"dimension\": %d, \"samples\": %d, \"neurons\": %d, \"epsilon\": %lf}",
               &trial, &seed, &N, &P, &M, &epsilon) != 6)
      return 1;
    double *X = malloc(sizeof(double) * (size_t)N * P), *Y = malloc(sizeof(double) * (size_t)P * M);
    double *A = malloc(sizeof(double) * (size_t)N * P), *y = malloc(sizeof(double) * (size_t)P);
    double *U = malloc(sizeof(double) * (size_t)N * M), *work = malloc(sizeof(double) * (2 * (size_t)P * P + P));
    if (fread(X, 8, (size_t)N * P, stdin) != (size_t)N * P || fread(Y, 8, (size_t)P * M, stdin) != (size_t)P * M) return 1;
    double all = sqrt(dot(Y, Y, P * M));
    int steps = 0;
    for (int m = 0; m < M; m++) {
      int n = 0;
      for (int p = 0; p < P; p++)
        if (Y[(size_t)p * M + m] > 0) y[n++] = Y[(size_t)p * M + m];
      for (int p = 0, row = 0; p < P; p++)
        if (Y[(size_t)p * M + m] > 0) {
          for (int j = 0; j < N; j++) A[(size_t)j * n + row] = X[(size_t)p * N + j];
          row++;
        }
      double share = all > 0 ? epsilon / all : 0;
      steps += pursue(A, y, n, N, (share > 1e-10 ? share : 1e-10) * sqrt(dot(y, y, n)), U + (size_t)m * N, work);
    }
    printf("{\"status\": \"ok\", \"iterations\": %d}\n", steps);
    fwrite(U, 8, (size_t)N * M, stdout);
    fflush(stdout);
    free(X), free(Y), free(A), free(y), free(U), free(work);
  }
  return 0;
}
