/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "store/muster-recovery-key.h"
#include "store/muster-verify.h"
#include "tests/fuzz.h"

/* What people type: a recovery key, or the code of a checkpoint. */

static void
try_recovery_key (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) key = muster_recovery_key_from_text (text, &error);
  g_autofree char *written = NULL;
  g_autoptr (MusterSecret) again = NULL;

  if (key == NULL)
    {
      g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return;
    }
  written = muster_recovery_key_to_text (key);
  again = muster_recovery_key_from_text (written, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (muster_secret_get_bytes (key), muster_secret_get_size (key), muster_secret_get_bytes (again), muster_secret_get_size (again));
}

static void
try_checkpoint (const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 sequence = -1;
  guint8 hash[10];

  if (muster_checkpoint_parse (text, &sequence, hash, &error))
    {
      g_assert_cmpint (sequence, >=, 0);
      return;
    }
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

int
LLVMFuzzerTestOneInput (const guint8 *bytes, gsize length)
{
  g_autofree char *text = g_utf8_make_valid (length > 0 ? (const char *) bytes : "", length);

  try_recovery_key (text);
  try_checkpoint (text);
  return 0;
}
