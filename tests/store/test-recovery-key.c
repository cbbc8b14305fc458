/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-recovery-key.h"

#include <string.h>

#include "domain/muster-error.h"

/* The bytes 0, 1, … 31 as they have been written since the first release: sheets of paper last. */
#define COUNTED "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-2GAH-C5RR-34D1-P70X-3RFG-YVPD"

static MusterSecret *
make_counted (void)
{
  guint8 bytes[32];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = i;
  return muster_secret_new (bytes, sizeof bytes);
}

static void
assert_reads (const char *text, MusterSecret *key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MusterSecret) read = muster_recovery_key_from_text (text, &error);

  g_test_message ("%s", text);
  g_assert_no_error (error);
  g_assert_cmpmem (muster_secret_get_bytes (read), muster_secret_get_size (read), muster_secret_get_bytes (key), muster_secret_get_size (key));
}

static void
assert_refused (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_test_message ("%s", message);
  g_assert_null (muster_recovery_key_from_text (text, &error));
  g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, message));
}

static char *
replace (const char *text, const char *old, const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  return g_strjoinv (new, parts);
}

static void
test_as_ever (void)
{
  g_autoptr (MusterSecret) key = make_counted ();
  g_autofree char *text = muster_recovery_key_to_text (key);

  g_assert_cmpstr (text, ==, COUNTED);
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (MusterSecret) key = muster_secret_new_random (32);
      g_autofree char *text = muster_recovery_key_to_text (key);
      g_auto (GStrv) groups = g_strsplit (text, "-", -1);

      g_assert_cmpuint (g_strv_length (groups), ==, 14);
      for (guint group = 0; group < 14; group++)
        g_assert_cmpuint (strspn (groups[group], "0123456789ABCDEFGHJKMNPQRSTVWXYZ"), ==, 4);
      assert_reads (text, key);
    }
}

static void
test_as_people_write (void)
{
  g_autoptr (MusterSecret) key = make_counted ();
  g_autofree char *lower = g_ascii_strdown (COUNTED, -1);
  g_autofree char *letter_o = replace (COUNTED, "0", "o");
  g_autofree char *letter_i = replace (COUNTED, "1", "I");
  g_autofree char *letter_l = replace (COUNTED, "1", "l");
  g_autofree char *blanks = replace (COUNTED, "-", "  ");
  g_autofree char *lines = replace (COUNTED, "-", "\n");
  g_autofree char *together = replace (COUNTED, "-", "");
  g_autofree char *dashes = replace (COUNTED, "-", " – ");
  g_autofree char *around = g_strconcat ("\t ", COUNTED, " \r\n", NULL);
  const char *const texts[] = { COUNTED, lower, letter_o, letter_i, letter_l, blanks, lines, together, dashes, around };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_reads (texts[i], key);
}

static void
test_wrong_length (void)
{
  g_autofree char *one_less = g_strndup (COUNTED, strlen (COUNTED) - 1);
  g_autofree char *group_less = g_strndup (COUNTED, strlen (COUNTED) - 5);
  g_autofree char *one_more = g_strconcat (COUNTED, "0", NULL);
  g_autofree char *twice = g_strconcat (COUNTED, COUNTED, NULL);

  assert_refused ("", "56 characters are missing");
  assert_refused ("--- -", "56 characters are missing");
  assert_refused (one_less, "1 character is missing");
  assert_refused (group_less, "4 characters are missing");
  assert_refused (one_more, "1 character too many");
  assert_refused (twice, "56 characters too many");
}

static void
test_wrong_character (void)
{
  static const char *const wrong[] = { "U", "u", "!", "é", "@", "[", "\x01", "Ⅷ" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autofree char *first = g_strconcat (wrong[i], COUNTED + 1, NULL);
      g_autofree char *fifth = g_strdup_printf ("%.21s%s%s", COUNTED, wrong[i], COUNTED + 22);

      assert_refused (first, "Group 1 ");
      assert_refused (fifth, "Group 5 ");
    }
  assert_refused (NULL, "UTF-8");
  assert_refused ("\xff\xfe", "UTF-8");
}

/* Every single mistyped character is found, and its group named. */
static void
test_mistyped (void)
{
  for (guint i = 0; i < strlen (COUNTED); i++)
    {
      g_autofree char *text = g_strdup (COUNTED);
      g_autofree char *message = g_strdup_printf ("Group %u ", i / 5 + 1);

      if (text[i] == '-')
        continue;
      text[i] = text[i] == 'Z' ? 'Y' : 'Z';
      assert_refused (text, message);
    }
}

static void
test_mistyped_twice (void)
{
  g_autofree char *text = g_strdup (COUNTED);

  text[0] = 'Z';
  text[30] = text[30] == 'Z' ? 'Y' : 'Z';
  assert_refused (text, "more than one place");
}

static void
test_group (void)
{
  static const struct
  {
    const char *typed;
    gboolean fits;
  } cases[] = {
    { "Y0F1", TRUE },
    { " y0 f1- ", TRUE },
    { "YOFI", TRUE },
    { "yofl", TRUE },
    { "Y0F", FALSE },
    { "Y0F11", FALSE },
    { "Y0F2", FALSE },
    { "", FALSE },
    { "Y0FU", FALSE },
    { "Y0F¹", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (muster_recovery_key_is_group (cases[i].typed, "Y0F1"), ==, cases[i].fits);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/recovery-key/as-ever", test_as_ever);
  g_test_add_func ("/recovery-key/round-trip", test_round_trip);
  g_test_add_func ("/recovery-key/as-people-write", test_as_people_write);
  g_test_add_func ("/recovery-key/wrong-length", test_wrong_length);
  g_test_add_func ("/recovery-key/wrong-character", test_wrong_character);
  g_test_add_func ("/recovery-key/mistyped", test_mistyped);
  g_test_add_func ("/recovery-key/mistyped-twice", test_mistyped_twice);
  g_test_add_func ("/recovery-key/group", test_group);
  return g_test_run ();
}
