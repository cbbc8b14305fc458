/* SPDX-FileCopyrightText: 2026 The Muster authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "store/muster-import-mapping.h"

#include <json-glib/json-glib.h>

static char *
dup_headers (const MusterImportField *fields, const char *const *headers, guint n, guint first)
{
  GString *text = g_string_new (headers[first]);

  for (guint i = first + 1; i < n; i++)
    if (fields[i] == fields[first])
      g_string_append_printf (text, "; %s", headers[i]);
  return g_string_free_and_steal (text);
}

static gboolean
is_first (const MusterImportField *fields, guint column)
{
  for (guint i = 0; i < column; i++)
    if (fields[i] == fields[column])
      return FALSE;
  return TRUE;
}

char *
muster_import_mapping_dup (const MusterImportField *fields, const char *const *headers, guint n)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = NULL;

      if (fields[i] == MUSTER_FIELD_IGNORE || !is_first (fields, i))
        continue;
      text = dup_headers (fields, headers, n, i);
      json_builder_set_member_name (builder, muster_import_field_to_code (fields[i]));
      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "header");
      json_builder_add_string_value (builder, text);
      json_builder_set_member_name (builder, "column");
      json_builder_add_int_value (builder, i);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, FALSE);
}
