/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/** The exit codes of musterctl: a promise. */
typedef enum
{
  MUSTER_EXIT_DONE = 0,
  MUSTER_EXIT_FINDINGS = 1,
  MUSTER_EXIT_USAGE = 2,
  MUSTER_EXIT_FORBIDDEN = 3,
  MUSTER_EXIT_SIGN_IN = 4,
  MUSTER_EXIT_NOT_FOUND = 5,
  MUSTER_EXIT_BUSY = 6,
  MUSTER_EXIT_DAMAGED = 7,
  MUSTER_EXIT_RULE = 8,
  MUSTER_EXIT_INPUT = 9,
  MUSTER_EXIT_KEYRING = 10,
  MUSTER_EXIT_STORAGE = 11,
  MUSTER_EXIT_CANCELLED = 130,
} MusterExitCode;

/** Returns: the exit code for @error; sets @code to the word that stands for it in JSON. */
MusterExitCode muster_exit_code_from_error (const GError *error, const char **code);
