/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "domain/muster-value-map.h"

static void
append_cb (MusterImportField field, const char *from, const char *to, gpointer user_data)
{
  g_string_append_printf (user_data, "%s:%s=%s ", muster_import_field_to_code (field), from, to != NULL ? to : "()");
}

static char *
describe (const MusterValueMap *map)
{
  GString *text = g_string_new (NULL);

  muster_value_map_foreach (map, append_cb, text);
  return g_string_free_and_steal (text);
}

static void
assert_lookup (const MusterValueMap *map, MusterImportField field, const char *from, gboolean set, const char *to)
{
  const char *found = "untouched";

  g_assert_cmpint (muster_value_map_lookup (map, field, from, &found), ==, set);
  g_assert_cmpstr (found, ==, to);
}

static void
test_lookup (void)
{
  g_autoptr (MusterValueMap) map = muster_value_map_new ();

  assert_lookup (map, MUSTER_FIELD_STATUS, "Active", FALSE, NULL);
  g_assert_false (muster_value_map_has (map, MUSTER_FIELD_STATUS));
  muster_value_map_set (map, MUSTER_FIELD_STATUS, "Active", "certified");
  muster_value_map_set (map, MUSTER_FIELD_STATUS, "Pend.", NULL);
  muster_value_map_set (map, MUSTER_FIELD_STATUS, "Gone", "");
  muster_value_map_set (map, MUSTER_FIELD_AGENCY, "", "Sunrise");
  g_assert_true (muster_value_map_has (map, MUSTER_FIELD_STATUS));
  g_assert_cmpuint (muster_value_map_get_size (map), ==, 4);
  assert_lookup (map, MUSTER_FIELD_STATUS, "  ÁCTIVE ", TRUE, "certified");
  assert_lookup (map, MUSTER_FIELD_STATUS, "pend.", TRUE, NULL);
  assert_lookup (map, MUSTER_FIELD_STATUS, "gone", TRUE, NULL);
  assert_lookup (map, MUSTER_FIELD_STATUS, "", FALSE, NULL);
  assert_lookup (map, MUSTER_FIELD_AGENCY, "", TRUE, "Sunrise");
  assert_lookup (map, MUSTER_FIELD_TYPE, "Active", FALSE, NULL);
}

static void
test_change (void)
{
  g_autoptr (MusterValueMap) map = muster_value_map_new ();

  muster_value_map_set (map, MUSTER_FIELD_STATUS, "Active", "certified");
  muster_value_map_set (map, MUSTER_FIELD_STATUS, "ACTIVE", "current");
  g_assert_cmpuint (muster_value_map_get_size (map), ==, 1);
  assert_lookup (map, MUSTER_FIELD_STATUS, "active", TRUE, "current");
  muster_value_map_set (map, MUSTER_FIELD_STATUS, "No", NULL);
  muster_value_map_unset (map, MUSTER_FIELD_STATUS, " no ");
  g_assert_true (muster_value_map_has (map, MUSTER_FIELD_STATUS));
  muster_value_map_unset (map, MUSTER_FIELD_STATUS, "Active");
  muster_value_map_unset (map, MUSTER_FIELD_STATUS, "Active");
  g_assert_false (muster_value_map_has (map, MUSTER_FIELD_STATUS));
  g_assert_cmpuint (muster_value_map_get_size (map), ==, 0);
}

/* In whatever order it is set */
static void
test_order (void)
{
  g_autoptr (MusterValueMap) one = muster_value_map_new ();
  g_autoptr (MusterValueMap) other = muster_value_map_new ();
  g_autoptr (MusterValueMap) copy = NULL;
  g_autofree char *first = NULL, *second = NULL, *third = NULL;

  muster_value_map_set (one, MUSTER_FIELD_STATUS, "b", "1");
  muster_value_map_set (one, MUSTER_FIELD_STATUS, "A", NULL);
  muster_value_map_set (one, MUSTER_FIELD_TYPE, "z", "broker");
  muster_value_map_set (other, MUSTER_FIELD_TYPE, "z", "broker");
  muster_value_map_set (other, MUSTER_FIELD_STATUS, "A", NULL);
  muster_value_map_set (other, MUSTER_FIELD_STATUS, "b", "1");
  copy = muster_value_map_copy (one);
  muster_value_map_unset (one, MUSTER_FIELD_TYPE, "z");
  first = describe (copy);
  second = describe (other);
  third = describe (one);
  g_assert_cmpstr (first, ==, "type:z=broker status:A=() status:b=1 ");
  g_assert_cmpstr (second, ==, first);
  g_assert_cmpstr (third, ==, "status:A=() status:b=1 ");
  g_assert_null (muster_value_map_copy (NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/value-map/change", test_change);
  g_test_add_func ("/domain/value-map/lookup", test_lookup);
  g_test_add_func ("/domain/value-map/order", test_order);
  return g_test_run ();
}
