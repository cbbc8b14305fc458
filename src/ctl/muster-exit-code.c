/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ctl/muster-exit-code.h"

#include <gio/gio.h>

#include "domain/muster-error.h"

typedef struct
{
  MusterExitCode exit_code;
  const char *code;
} ErrorMeaning;

static const ErrorMeaning meanings[] = {
  [MUSTER_ERROR_FORBIDDEN] = { MUSTER_EXIT_FORBIDDEN, "forbidden" },
  [MUSTER_ERROR_SIGN_IN] = { MUSTER_EXIT_SIGN_IN, "sign-in" },
  [MUSTER_ERROR_NOT_FOUND] = { MUSTER_EXIT_NOT_FOUND, "not-found" },
  [MUSTER_ERROR_AMBIGUOUS] = { MUSTER_EXIT_NOT_FOUND, "ambiguous" },
  [MUSTER_ERROR_BUSY] = { MUSTER_EXIT_BUSY, "busy" },
  [MUSTER_ERROR_DAMAGED] = { MUSTER_EXIT_DAMAGED, "damaged" },
  [MUSTER_ERROR_NEWER] = { MUSTER_EXIT_DAMAGED, "newer" },
  [MUSTER_ERROR_RULE] = { MUSTER_EXIT_RULE, "rule" },
  [MUSTER_ERROR_CONFLICT] = { MUSTER_EXIT_RULE, "conflict" },
  [MUSTER_ERROR_INPUT] = { MUSTER_EXIT_INPUT, "input" },
  [MUSTER_ERROR_KEYRING] = { MUSTER_EXIT_KEYRING, "keyring" },
  [MUSTER_ERROR_STORAGE] = { MUSTER_EXIT_STORAGE, "storage" },
  [MUSTER_ERROR_INVALID] = { MUSTER_EXIT_USAGE, "usage" },
};

MusterExitCode
muster_exit_code_from_error (const GError *error, const char **code)
{
  ErrorMeaning meaning = { MUSTER_EXIT_STORAGE, "storage" };

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    meaning = (ErrorMeaning) { MUSTER_EXIT_CANCELLED, "cancelled" };
  else if (error->domain == MUSTER_ERROR && (guint) error->code < G_N_ELEMENTS (meanings))
    meaning = meanings[error->code];
  *code = meaning.code;
  return meaning.exit_code;
}
