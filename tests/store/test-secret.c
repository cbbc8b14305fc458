/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-secret.h"

#include <string.h>

static void
test_holds (void)
{
  g_autoptr (MusterSecret) bytes = muster_secret_new ("a\0b", 3);
  g_autoptr (MusterSecret) text = muster_secret_new_from_text ("olive harbour");
  g_autoptr (MusterSecret) nothing = muster_secret_new (NULL, 0);

  g_assert_cmpmem (muster_secret_get_bytes (bytes), muster_secret_get_size (bytes), "a\0b", 3);
  g_assert_cmpmem (muster_secret_get_bytes (text), muster_secret_get_size (text), "olive harbour", 13);
  g_assert_cmpuint (muster_secret_get_size (nothing), ==, 0);
}

static void
test_random (void)
{
  g_autoptr (MusterSecret) one = muster_secret_new_random (32);
  g_autoptr (MusterSecret) other = muster_secret_new_random (32);
  const guint8 zeros[32] = { 0 };

  g_assert_cmpuint (muster_secret_get_size (one), ==, 32);
  g_assert_cmpuint (muster_secret_get_size (other), ==, 32);
  g_assert_cmpint (memcmp (muster_secret_get_bytes (one), muster_secret_get_bytes (other), 32), !=, 0);
  g_assert_cmpint (memcmp (muster_secret_get_bytes (one), zeros, 32), !=, 0);
}

static void
test_references (void)
{
  MusterSecret *secret = muster_secret_new_from_text ("kept");

  g_assert_true (muster_secret_ref (secret) == secret);
  muster_secret_unref (secret);
  g_assert_cmpmem (muster_secret_get_bytes (secret), muster_secret_get_size (secret), "kept", 4);
  muster_secret_unref (secret);
  muster_secret_unref (NULL);
}

static void
test_cannot_be_written (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (MusterSecret) secret = muster_secret_new_from_text ("kept");

      memset ((guint8 *) muster_secret_get_bytes (secret), 0, 1);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

static void
test_gone_with_the_last_reference (void)
{
  if (g_test_subprocess ())
    {
      MusterSecret *secret = muster_secret_new_from_text ("kept");
      const volatile guint8 *bytes = muster_secret_get_bytes (secret);

      muster_secret_unref (secret);
      g_print ("%c", bytes[0]);
      return;
    }
  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
  g_test_trap_assert_failed ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/secret/holds", test_holds);
  g_test_add_func ("/secret/random", test_random);
  g_test_add_func ("/secret/references", test_references);
  g_test_add_func ("/secret/cannot-be-written", test_cannot_be_written);
  g_test_add_func ("/secret/gone-with-the-last-reference", test_gone_with_the_last_reference);
  return g_test_run ();
}
