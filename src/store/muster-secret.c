/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-secret.h"

#include <sodium.h>
#include <string.h>

struct _MusterSecret
{
  gatomicrefcount references;
  gsize size;
  guint8 *bytes;
};

static MusterSecret *
allocate (gsize size)
{
  MusterSecret *secret = g_new0 (MusterSecret, 1);

  if (sodium_init () < 0)
    g_error ("libsodium finds no source of random numbers");
  g_atomic_ref_count_init (&secret->references);
  secret->size = size;
  secret->bytes = sodium_malloc (size + 1);
  if (secret->bytes == NULL)
    g_error ("no memory for a secret of %" G_GSIZE_FORMAT " bytes", size);
  secret->bytes[size] = '\0';
  return secret;
}

MusterSecret *
muster_secret_new (gconstpointer bytes, gsize size)
{
  MusterSecret *secret = allocate (size);

  if (size > 0)
    memcpy (secret->bytes, bytes, size);
  sodium_mprotect_readonly (secret->bytes);
  return secret;
}

MusterSecret *
muster_secret_new_from_text (const char *text)
{
  return muster_secret_new (text, strlen (text));
}

MusterSecret *
muster_secret_new_random (gsize size)
{
  MusterSecret *secret = allocate (size);

  randombytes_buf (secret->bytes, size);
  sodium_mprotect_readonly (secret->bytes);
  return secret;
}

MusterSecret *
muster_secret_ref (MusterSecret *secret)
{
  g_atomic_ref_count_inc (&secret->references);
  return secret;
}

void
muster_secret_unref (MusterSecret *secret)
{
  if (secret == NULL || !g_atomic_ref_count_dec (&secret->references))
    return;
  sodium_free (secret->bytes);
  g_free (secret);
}

const guint8 *
muster_secret_get_bytes (MusterSecret *secret)
{
  return secret->bytes;
}

gsize
muster_secret_get_size (MusterSecret *secret)
{
  return secret->size;
}
