/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-error.h"
#include "domain/muster-phone-list.h"

typedef struct
{
  const char *text;
  const char *phones; /* joined as they are kept */
  gboolean all_good;
} Case;

static const Case cases[] = {
  { "612-555-0142", "(612) 555-0142", TRUE },
  { "877 .904.1713", "(877) 904-1713", TRUE },
  { "1-612-555-0142", "(612) 555-0142", TRUE },
  { "+1 (612) 555-0142", "(612) 555-0142", TRUE },
  { "612-555-0142; 651-555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "612-555-0142, 651-555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "612-555-0142/651-555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "612-555-0142 651-555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "6125550142 6515550143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "612-555-0142\n651-555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "612-555-0142 or 651-555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "612-555-0142 & 651-555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "612-555-0142 x7, 651-555-0143 ext. 12", "(612) 555-0142 ext. 7; (651) 555-0143 ext. 12", TRUE },
  { "Office: (612) 555-0142 Cell: (651) 555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "(c) 612-555-0142", "(612) 555-0142", TRUE },
  { "612-555-0142 (work)", "(612) 555-0142", TRUE },
  { "1-612-555-0142 / 1-651-555-0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "612-555-0142; 612.555.0142", "(612) 555-0142", TRUE },
  { "612–555–0142 / 651–555–0143", "(612) 555-0142; (651) 555-0143", TRUE },
  { "+44 20 7946 0958", "+44 20 7946 0958", TRUE },
  { "612-555-0142; +44 20 7946 0958", "(612) 555-0142; +44 20 7946 0958", TRUE },
  { "612-555-0142; 555-0143", "(612) 555-0142", FALSE },
  { "555-0143; 612-555-0142", "(612) 555-0142", FALSE },
  { "612-555-01423", "", FALSE },
  { "612-555-CALL", "", FALSE },
  { "", "", FALSE },
  { "call me", "", FALSE },
  { "(((", "", FALSE },
  { "+", "", FALSE },
};

static char *
join (GPtrArray *phones)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < phones->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (char *) phones->pdata[i]);
  return g_string_free_and_steal (text);
}

static void
test_read (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean all_good;
      g_autoptr (GPtrArray) phones = muster_phone_list_read (cases[i].text, &all_good);
      g_autofree char *joined = join (phones);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (joined, ==, cases[i].phones);
      g_assert_cmpint (all_good, ==, cases[i].all_good);
    }
}

static void
test_check (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *kept = NULL, *again = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (muster_phone_list_check (cases[i].text, &kept, &error), ==, cases[i].all_good);
      if (!cases[i].all_good)
        {
          g_assert_error (error, MUSTER_ERROR, MUSTER_ERROR_INVALID);
          continue;
        }
      g_assert_cmpstr (kept, ==, cases[i].phones);
      g_assert_true (muster_phone_list_check (kept, &again, NULL));
      g_assert_cmpstr (again, ==, kept);
    }
}

static void
test_append (void)
{
  g_autofree char *list = NULL;

  muster_phone_list_append (&list, "(612) 555-0142", "(612) 555-0142");
  g_assert_null (list);
  muster_phone_list_append (&list, "(612) 555-0142", NULL);
  muster_phone_list_append (&list, "(612) 555-0143", "(612) 555-0199");
  muster_phone_list_append (&list, "(612) 555-0142", NULL);
  g_assert_cmpstr (list, ==, "(612) 555-0142; (612) 555-0143");
}

static void
test_any_text (void)
{
  static const char signs[] = "0123456789 -./()+x#,;extand";
  char text[60];

  for (guint i = 0; i < 20000; i++)
    {
      guint length = g_test_rand_int_range (0, sizeof text);
      g_autoptr (GPtrArray) phones = NULL;

      for (guint j = 0; j < length; j++)
        text[j] = signs[g_test_rand_int_range (0, sizeof signs - 1)];
      text[length] = '\0';
      phones = muster_phone_list_read (text, NULL);
      g_assert_cmpuint (phones->len, <=, length / 7);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/phone-list/any-text", test_any_text);
  g_test_add_func ("/domain/phone-list/append", test_append);
  g_test_add_func ("/domain/phone-list/check", test_check);
  g_test_add_func ("/domain/phone-list/read", test_read);
  return g_test_run ();
}
